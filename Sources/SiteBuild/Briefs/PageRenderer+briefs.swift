internal import Basics
internal import LinkDirectory
internal import Templating

/// Briefs: their list, and each in all its forms.
extension PageRenderer {
  func briefs() -> RenderedPage {
    let address = SiteRoutes.briefs
    return finish(
      BriefsPage(
        site: site,
        page: frame(
          address, title: wording(.briefs), description: wording(.briefsLead), above: [.home]),
        briefs: plan.content.departments.map { file in
          BriefLine(
            title: file.head.title, note: file.head.summary ?? "",
            href: SafeURL(from: address, to: SiteRoutes.brief(file.addressName)))
        },
        rows: distributionRows(on: address),
        data: SafeURL(from: address, to: SiteRoutes.distribution)),
      at: address)
  }

  private func distributionRows(on page: SitePath) -> [DistributionRow] {
    plan.insights.indices.map { index in
      let insight = plan.insights[index]
      return DistributionRow(
        title: insight.head.title,
        href: SafeURL(from: page, to: SiteRoutes.insight(insight.addressName)),
        readers: plan.distribution.deliveries[index].map { delivery in
          let file = plan.content.departments[delivery.department]
          return BriefLine(
            title: file.head.title, note: plan.words(of: delivery.reason),
            href: SafeURL(from: page, to: SiteRoutes.brief(file.addressName)))
        })
    }
  }

  /// The page first, then the file to print, the text and the mail beside it.
  func brief(_ file: ContentFile<Department>, _ index: Int) -> RenderedPage {
    let brief = BriefMaker(self, file, index).brief
    let address = SiteRoutes.brief(file.addressName)
    var rendered = finish(
      BriefPage(
        site: site,
        page: frame(
          address, title: brief.heading, description: brief.claim.title, above: [.home, .briefs],
          of: file),
        brief: BriefBody(brief, mostConversations: .max, report: nil) {
          $0.address(on: address)
        },
        forms: BriefForm.allCases.map { form in
          Link(
            title: wording(form.word),
            href: SafeURL(from: address, to: SiteRoutes.beside(address, form.fileName)))
        }),
      at: address)
    let writer = BriefWriter(brief, self)
    for form in BriefForm.allCases {
      do throws(TemplateError) {
        let path = SiteRoutes.beside(address, form.fileName)
        rendered.files.append(OutputFile(path: path, bytes: try writer.bytes(form, to: [])))
      } catch {
        rendered.diagnostics.append(error.diagnostic)
      }
    }
    return rendered
  }
}

extension BriefForm {
  var fileName: String { "brief.\(rawValue)" }

  fileprivate var word: SiteWord {
    switch self {
    case .html: .briefToPrint
    case .txt: .briefAsText
    case .eml: .briefAsMail
    }
  }
}

extension SitePlan {
  /// Why an insight goes to a department: `about the job Upgrade without loss`.
  func words(of reason: Distribution.Reason) -> String {
    switch reason {
    case .named: return wording(.reasonNamed)
    case .topic(let topic): return wording(.reasonTopic, ["name": .text(topic)])
    case .job(let slug):
      let title = content.jobs.first { $0.slug == slug }?.head.title ?? slug
      return wording(.reasonJob, ["name": .text(title)])
    case .community(let slug):
      let name = communities.first { $0.fileName == slug }?.name ?? slug
      return wording(.reasonCommunity, ["name": .text(name)])
    }
  }
}
