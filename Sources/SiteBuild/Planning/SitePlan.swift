internal import Basics
internal import ChartSVG
internal import CommunityData
internal import LinkDirectory
internal import Measures

/// What is going to be built: the content that may be published, in the order it is shown, with
/// everything measured.
struct SitePlan: Sendable {
  let settings: SiteSettings
  /// The moment for which the site is built.
  let asOf: Timestamp
  let audience: Audience
  /// `Content/site.yaml`, for the places of what it says.
  let settingsSource: SourceText
  /// The texts of the site's language.
  let wording: Wording
  /// What drawings that stand alone are coloured with.
  let colours: ThemeColours
  /// By name.
  let communities: [PublishedCommunity]
  /// What authors wrote, without what is held back; insights are newest first.
  let content: SiteContent
  /// How many drafts and pages of the future are left out.
  var heldBack: Int
  /// Their heads, by file, of all but those that are made from data.
  let heldBackFiles: [String: PageHead]
  /// When the first of the pages that are made from data and left out is due.
  var nextDue: Timestamp?
  /// What is allowed, and whose names must not be told.
  let consent: SiteConsent
  let withdrawn: WithdrawnContent
  /// Files to be copied, without those that tell a name.
  let staticFiles: [OutputFile]
  /// nil for a site without a consent ledger.
  let directory: SiteDirectory?
  /// By path.
  private(set) var sections: [Section]
  /// By name.
  private(set) var tags: [Tag]
  /// What tags are called in addresses.
  private(set) var tagNames = TagNames()
  /// The newest pages of every kind, those of one moment by address; all have a date.
  private(set) var news: [ListedPage]
  let table: MeasurementTable
  let cutPeriods: CutPeriods
  let measureSettings: MeasureSettings
  /// Which insight goes to which department.
  let distribution: Distribution
  /// Sealed editions, oldest first, of the communities that may be published.
  let editions: [Edition]

  /// Newest first.
  var insights: [ContentFile<Insight>] { content.insights }
  /// By first day.
  var campaigns: [Campaign] { content.campaigns.map(\.fields) }
  /// By slug.
  var pages: [ContentFile<PlainPageFile>] { content.pages }

  /// The newest day any snapshot reaches: what the site calls now.
  var knownUntil: CalendarDay? { communities.map(\.knownUntil).max() }

  /// How many days have passed since a day up to the newest data, so that what a page says changes with
  /// these and not by itself; up to the moment of the build where the day lies behind them.
  func daysWaited(since day: CalendarDay) -> Int {
    let last = knownUntil.flatMap { $0 < day ? nil : $0 } ?? asOf.day
    return max(0, last.daysSinceEpoch - day.daysSinceEpoch)
  }

  /// The newest moment the content speaks of, where nothing has been measured.
  var newestDate: Timestamp {
    sections.flatMap { $0.pages.prefix(1).compactMap(\.file.head.date) }.max()
      ?? knownUntil.map { Timestamp($0) } ?? Timestamp(secondsSinceEpoch: 0)
  }

  /// Whether there are communities and jobs to be laid side by side.
  var comparesPlaces: Bool { !communities.isEmpty && !content.jobs.isEmpty }

  /// Those that have entries.
  var ledgers: [Ledger] { Ledger.allCases.filter { !content.files(of: $0).isEmpty } }

  /// Lists some sections, in tags and news too.
  mutating func list(_ sections: [Section]) {
    self.sections = sections
    let pages = ListedPage.newestFirst(listedPages(content, sections))
    tagNames = TagNames(pages)
    tags = planTags(pages, tagNames)
    news = Array(pages.prefix(FedList.length).prefix { $0.date != nil })
  }

  func section(at path: SitePath) -> Section? {
    sections.first { $0.path == path }
  }

  /// Pages that lists and search engines are told of: neutral ones are not, nor those whose address
  /// tells a name.
  func isToBeFound(_ page: SitePath) -> Bool {
    !consent.neutralPages.contains(page) && !withdrawn.neutralPages.contains(page)
      && !consent.mask.hides(page)
  }

  /// A community by its file's name or its id; with nil, the only one there is.
  func community(named slug: String?) throws(FigureFault) -> PublishedCommunity {
    guard let slug else {
      if communities.isEmpty, !consent.withheld.isEmpty { throw .withdrawn }
      guard communities.count == 1 else { throw .communityNotNamed(communities.map(\.fileName)) }
      return communities[0]
    }
    if let found = communities.first(where: { $0.fileName == slug || $0.slug == slug }) {
      return found
    }
    if consent.withheld.contains(slug) { throw .withdrawn }
    throw .unknownCommunity(
      slug, suggestion: suggestion(for: slug, among: communities.map(\.fileName)))
  }

  /// The part of a metric a measurement is of.
  func part(_ name: MetricName) -> Metric.Part {
    let metric = Metrics.metric(name.id)
    return metric.parts.first { $0.name == name.part } ?? metric.parts[0]
  }

  /// What a number says, with the metric's title where the part alone would not be understood.
  ///
  /// `Items published`; `Time to first response: half of the threads have a response by then`.
  func meaning(of name: MetricName) -> String {
    let meaning = ownMeaning(of: name)
    guard part(name).unit == .seconds else { return meaning }
    return wording(
      .measureWithTitle,
      ["title": .text(title(of: name.id)), "meaning": .text(wording.continued(meaning))])
  }

  /// What a part of a metric tells, without the metric's title.
  func ownMeaning(of name: MetricName) -> String {
    wording.metrics[name.id.rawValue]?.meanings[name.part] ?? part(name).meaning
  }

  /// What a metric is called in the site's language.
  func title(of id: MetricID) -> String {
    wording.metrics[id.rawValue]?.title ?? Metrics.metric(id).title
  }

  func definition(of id: MetricID) -> String {
    wording.metrics[id.rawValue]?.definition ?? Metrics.metric(id).definition
  }

  /// The fewest people a figure about a community may be about.
  func threshold(_ community: PublishedCommunity) -> Int {
    measureSettings.threshold(for: community.data.manifest.scope)
  }

  /// Why a number is not shown; the same words whether it is small itself or covers a small one.
  func withheldText(_ community: PublishedCommunity) -> String {
    wording(.withheld, ["n": .count(threshold(community))])
  }

  /// `Source: History Meta, public posts, answers and comments up to 31 August 2018.`
  func sourceText(_ community: PublishedCommunity, rows: [Measurement]) -> String {
    var text = wording(
      .sourceLine,
      [
        "name": .text(community.name),
        "day": .text(wording.formats.longDate(community.knownUntil)),
      ])
    if let credit = community.file.fields.credit { text += " \(credit)" }
    if rows.contains(where: { $0.result == .suppressed }) {
      text += " " + wording(.withheldNote, ["reason": .text(withheldText(community))])
    }
    return text
  }

  /// The last line of a drawing that stands alone.
  func credit(_ community: PublishedCommunity) -> String {
    var values: [String: MessageValue] = [
      "organisation": .text(settings.organisation), "name": .text(community.name),
    ]
    guard let licence = settings.dataLicence else { return wording(.figureCredit, values) }
    values["licence"] = .text(licence.title)
    return wording(.figureCreditLicence, values)
  }
}
