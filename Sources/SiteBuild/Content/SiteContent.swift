internal import Basics
internal import LinkDirectory
internal import MarkdownHTML

/// All that authors wrote, by kind; each shelf is sorted by file name.
struct SiteContent: Sendable {
  var insights: [ContentFile<Insight>] = []
  var communities: [ContentFile<CommunityFile>] = []
  var campaigns: [ContentFile<Campaign>] = []
  var strategy: [ContentFile<StrategyChain>] = []
  var jobs: [ContentFile<Job>] = []
  var criticism: [ContentFile<Criticism>] = []
  var sketches: [ContentFile<Sketch>] = []
  var explainers: [ContentFile<Explainer>] = []
  var media: [ContentFile<MediaAsset>] = []
  var experts: [ContentFile<Expert>] = []
  var corrections: [ContentFile<Correction>] = []
  var reps: [ContentFile<Rep>] = []
  var departments: [ContentFile<Department>] = []
  var pages: [ContentFile<PlainPageFile>] = []
  /// Pages of folders that are not listed, sorted by path.
  var sectionPages: [ContentFile<SectionPageFile>] = []
  var codex = CodexFile()

  /// Every kind of file there is, in the order of the reference.
  static let kinds: [any ContentKind.Type] = [
    Insight.self, CommunityFile.self, Campaign.self, StrategyChain.self, Job.self, Criticism.self,
    Sketch.self, Explainer.self, MediaAsset.self, Expert.self, Correction.self, Rep.self,
    Department.self, PlainPageFile.self,
  ]

  /// All files of all kinds, for what is the same for each.
  var entries: [any ContentEntry] { collected + sectionPages }

  /// The files of the collections: all but the pages of plain sections.
  var collected: [any ContentEntry] { SiteContent.kinds.flatMap { shelf(of: $0) } }

  /// Those with such a head. The others are not copied, of which a large site has many.
  func entries(where isWanted: (PageHead) -> Bool) -> [any ContentEntry] {
    SiteContent.kinds.flatMap { kind in shelf(of: kind).filter { isWanted($0.head) } }
      + sectionPages.filter { isWanted($0.fields.head) }
  }

  /// Those that name other content, for the same reason.
  var naming: [any ContentEntry] {
    SiteContent.kinds.flatMap { kind in shelf(of: kind).filter { !$0.references.isEmpty } }
      + sectionPages.filter { !$0.references.isEmpty }
  }

  private func shelf<Kind: ContentKind>(of kind: Kind.Type) -> [any ContentEntry] {
    self[keyPath: Kind.shelf]
  }

  /// Without what the public edition of a moment leaves out, and how many that are.
  func published(asOf moment: Timestamp) -> (content: SiteContent, heldBack: Int) {
    var content = self
    var heldBack = 0
    for kind in SiteContent.kinds { heldBack += content.holdBack(kind, asOf: moment) }
    let before = content.sectionPages.count
    content.sectionPages.removeAll { $0.head.isHeldBack(asOf: moment) }
    return (content, heldBack + before - content.sectionPages.count)
  }

  /// The heads of what the public edition of a moment leaves out, by file.
  func heldBack(asOf moment: Timestamp) -> [String: PageHead] {
    Dictionary(
      entries.filter { $0.head.isHeldBack(asOf: moment) }.map { ($0.path.text, $0.head) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The moment at which the next page of the future may be published.
  func nextDue(after moment: Timestamp) -> Timestamp? {
    entries { head in !head.isDraft && head.date.map { $0 > moment } == true }
      .compactMap(\.head.date).min()
  }

  /// Experts who allow being asked: of the others there is no trace, not even an empty page. Who does
  /// not allow their name is called by their role wherever they are spoken of.
  mutating func keepExperts(who live: LiveConsent, unnamed: String) {
    experts = experts.compactMap { expert in
      guard let person = ConsentSubject(expert.fields.person.value),
        live.grant(person, .expert) != nil
      else { return nil }
      var expert = expert
      if live.grant(person, .name) == nil {
        expert.fields.head.title = expert.fields.role ?? unnamed
      }
      return expert
    }
  }

  private mutating func holdBack<Kind: ContentKind>(
    _ kind: Kind.Type, asOf moment: Timestamp
  ) -> Int {
    let before = self[keyPath: Kind.shelf].count
    self[keyPath: Kind.shelf].removeAll { $0.head.isHeldBack(asOf: moment) }
    return before - self[keyPath: Kind.shelf].count
  }
}
