internal import Basics
internal import Measures
internal import Templating

/// Which place is good for what.
extension PageRenderer {
  func places() -> RenderedPage {
    let address = SiteRoutes.places
    let numbers: [(SiteWord, String)] = [
      (.medianWait, "time_to_first_response.median"), (.withinADay, "answered_within.24h"),
      (.weAsked, "give_and_take.asked"), (.weGave, "give_and_take.gave"),
    ]
    let page = PlacesPage(
      site: site,
      page: frame(
        address, title: wording(.places), description: wording(.placesLead), above: [.home]),
      lead: wording(.placesLead),
      places: plan.communities.map { community in
        PlaceHead(
          name: community.name,
          href: SafeURL(from: address, to: SiteRoutes.community(community.slug)))
      },
      rows: plan.content.jobs.map { row($0, on: address) }
        + numbers.map { title, metric in row(wording(title), of: metric) })
    return finish(page, at: address)
  }

  private func row(_ title: String, of metric: String) -> PlacesRow {
    PlacesRow(
      title: title,
      cells: plan.communities.map { community in
        PlaceCell(place: community.name, value: text(measured(metric, of: community)), note: "")
      })
  }

  /// Conversations about a job, and how many of them wait.
  private func row(_ job: ContentFile<Job>, on page: SitePath) -> PlacesRow {
    let segment = Segment("job", job.slug).description
    let cells = plan.communities.map { community in
      let waiting = measured("jobs.unanswered", of: community, segment)?.value ?? 0
      return PlaceCell(
        place: community.name, value: text(measured("jobs.threads", of: community, segment)),
        note: waiting > 0 ? wording(.withoutResponseCount, ["n": .count(Int(waiting))]) : "")
    }
    return PlacesRow(
      title: job.head.title,
      href: SafeURL(
        from: page, to: SiteRoutes.ledger(.jobs), fragment: Ledger.anchor(of: job)),
      cells: cells)
  }

  private func text(_ row: Measurement?) -> String { row.map { wording.valueAsDrawn($0) } ?? "–" }

  /// A number of the whole time; nil where the community has none, as for a job of other places.
  private func measured(
    _ metric: String, of community: PublishedCommunity, _ segment: String = "all"
  ) -> Measurement? {
    try? plan.table.value(
      metric: metric, community: community.slug, period: "all", segment: segment)
  }
}
