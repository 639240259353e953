internal import Basics
internal import JSONText

/// `briefs/distribution.json`: which insight goes to whom, and why; none without departments.
///
///     {"insight": "First replies", "page": "insights/first-reply/", "departments":
///      [{"department": "support", "brief": "briefs/support/", "reason": "job", "about": "mend"}]}
func distributionFiles(_ plan: SitePlan) -> [OutputFile] {
  if plan.content.departments.isEmpty { return [] }
  var json = JSONWriter(style: .pretty)
  json.array { json in
    for index in plan.insights.indices {
      let insight = plan.insights[index]
      json.object { json in
        json.name("insight")
        json.string(insight.head.title)
        json.name("page")
        json.string(publicPath(SiteRoutes.insight(insight.addressName)))
        json.name("departments")
        json.array { json in
          for delivery in plan.distribution.deliveries[index] {
            write(delivery, plan, to: &json)
          }
        }
      }
    }
  }
  return [
    OutputFile(path: SiteRoutes.distribution, bytes: json.bytes + [UInt8(ascii: "\n")])
  ]
}

private func write(
  _ delivery: Distribution.Delivery, _ plan: SitePlan, to json: inout JSONWriter
) {
  let department = plan.content.departments[delivery.department].addressName
  json.object { json in
    json.name("department")
    json.string(department)
    json.name("brief")
    json.string(publicPath(SiteRoutes.brief(department)))
    json.name("reason")
    json.string(delivery.reason.name)
    if let about = delivery.reason.subject {
      json.name("about")
      json.string(about)
    }
  }
}

extension Distribution.Reason {
  fileprivate var name: String {
    switch self {
    case .named: "named"
    case .job: "job"
    case .topic: "topic"
    case .community: "community"
    }
  }

  fileprivate var subject: String? {
    switch self {
    case .named: nil
    case .job(let name), .topic(let name), .community(let name): name
    }
  }
}
