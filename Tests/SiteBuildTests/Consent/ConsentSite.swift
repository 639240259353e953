import Basics
import CommunityData
import LinkDirectory
import SiteBuild
import TestSupport
import Testing

/// A site of two communities: one stands on its licence, the other on its consent.
struct ConsentSite {
  static let name = "Zörk & Söhne Forum"
  static let slug = "zoerk-forum"
  static let place = "https://zörk-forum.example/"
  static let subject = "c-7f3k9q"
  static let otherName = "Quaxly"
  static let title = "Who minds the Kwyjibo?"
  static let words = "Nobody minds the kwyjibo here."

  let disk: MemoryFileSystem

  init(_ files: [String: String] = [:]) throws {
    disk = MemoryFileSystem(Self.files.merging(files) { _, new in new })
    try snapshot("makers", "https://makers.example", title: "How do I weld?", words: "Slowly.")
    try snapshot(Self.slug, "https://zörk-forum.example", title: Self.title, words: Self.words)
  }

  private static let files: [String: String] = [
    "Content/site.yaml": """
    title: Insights
    organisation: Acme
    base_url: https://insights.example/
    data_licence: CC-BY-4.0
    editors: [Ines]
    """,
    "Content/communities/makers.md": """
    ---
    name: Makers
    kind: Forum
    summary: People who make things.
    basis: licence
    proof: https://makers.example/licence
    ---

    Be kind.
    """,
    "Content/communities/zoerk-forum.md": """
    ---
    name: "\(name)"
    other_names: [\(otherName)]
    kind: Forum
    summary: The people of \(name) mind things.
    basis: consent
    subject: \(subject)
    origin: \(place)
    languages: [de, en]
    etiquette: Ask first.
    ---

    They have rules.
    """,
    "Content/insights/both.md": """
    ---
    title: Questions are answered
    summary: All of them.
    date: 2020-02-01
    communities: [makers, \(slug)]
    sources: [makers/q1]
    ---

    There were {{ measure("activity.threads", community="makers") | number }} questions.
    """,
    "Content/consent/notices/1.en.txt": "May we?\n",
  ]

  /// Two questions, of which the second is answered.
  private func snapshot(_ slug: String, _ origin: String, title: String, words: String) throws {
    let start = try #require(Timestamp("2020-01-06T10:00:00Z"))
    let end = try #require(Timestamp("2020-01-31T00:00:00Z"))
    var manifest = SnapshotManifest(
      community: slug, platform: "forum", origin: origin, collected: end,
      window: .init(from: start, to: end))
    manifest.licences = [.init(id: "CC-BY-4.0")]
    manifest.measurable.threads = true
    manifest.measurable.replies = true
    manifest.measurable.urls = true
    var writer = SnapshotWriter(
      manifest: manifest, folder: try SitePath("Content/snapshots/\(slug)/2020-01-31"),
      fileSystem: disk)
    var open = Item(id: "q1", type: .question, attributedTo: "m-ana", published: start)
    open.name = title
    open.content = words
    open.mediaType = .plain
    open.url = "\(origin)/t/1"
    writer.append(open)
    for id in ["m-ana", "m-mod"] {
      var member = Member(id: id)
      member.role = id == "m-mod" ? .moderator : .member
      writer.append(member)
      writer.append(Attribution(member: id, name: "Name of \(id)"))
    }
    writer.countRead(1)
    _ = try writer.finish()
  }

  /// Enters a community's yes with a file that says so.
  func grant(
    _ scopes: [ConsentScope] = ConsentScope.ofCommunities, at: String = "2026-01-02T00:00:00Z",
    until: String = "2027-01-02T00:00:00Z", subject: String = subject, place: String = place
  ) throws {
    let notice = ConsentNotice(version: 1, language: "en", bytes: Array("May we?\n".utf8)).reference
    var event = try self.event(.grant, at: at, subject: subject)
    event.scopes = scopes
    event.place = WebAddress(place)
    event.purpose = .directory
    event.role = .moderator
    event.standing = .file
    event.method = .wellKnown
    event.notice = notice
    event.expires = Timestamp(until)
    var terms = ConsentTerms(
      target: place, scopes: scopes, notice: notice.sha256, expires: try #require(event.expires))
    terms.granted = event.at
    _ = try enter(
      ConsentEntry(
        event,
        proof: .init(
          bytes: Array(ConsentStatement.text(terms).utf8), url: nil, captured: event.at)),
      in: disk)
  }

  /// Enters a person's yes with a letter that says so.
  func grantPersonally(
    _ scopes: [ConsentScope], item: String? = nil, person: String = "p-0007"
  ) throws {
    let notice = ConsentNotice(version: 1, language: "en", bytes: Array("May we?\n".utf8)).reference
    var event = try self.event(.grant, at: "2026-01-02T00:00:00Z", subject: person)
    event.scopes = scopes
    event.item = item
    event.purpose = .insights
    event.role = .own
    event.standing = .own
    event.method = .message
    event.notice = notice
    event.expires = Timestamp("2027-01-02T00:00:00Z")
    let terms = ConsentTerms(
      target: person, scopes: scopes, item: item, notice: notice.sha256,
      expires: try #require(event.expires))
    _ = try enter(
      ConsentEntry(
        event,
        proof: .init(
          bytes: Array(GrantSentence.text(terms).utf8), url: nil, captured: event.at)),
      in: disk)
  }

  func no(
    _ kind: ConsentEvent.Kind = .revoke, _ scopes: [ConsentScope] = ConsentScope.ofCommunities,
    at: String = "2026-03-01T00:00:00Z", subject: String = subject, place: String? = place
  ) throws {
    var event = try self.event(kind, at: at, subject: subject)
    event.scopes = scopes
    event.place = place.flatMap { WebAddress($0) }
    _ = try enter(ConsentEntry(event), in: disk)
  }

  private func event(
    _ kind: ConsentEvent.Kind, at: String, subject: String
  ) throws -> ConsentEvent {
    let lines = disk.texts[LedgerFile.path]?.split(separator: "\n").count ?? 0
    let digits = String(lines + 1)
    return ConsentEvent(
      kind, id: "01" + String(repeating: "0", count: 24 - digits.count) + digits,
      subject: try #require(ConsentSubject(subject)), at: try #require(Timestamp(at)))
  }

  /// The files of the site and everything that was found.
  func build(asOf: String = "2026-06-01T00:00:00Z") throws -> SampleBuild {
    let reading = readSite(disk)
    let input = try #require(reading.input)
    let result = buildSite(input, BuildSettings(asOf: try #require(Timestamp(asOf))))
    var files: [String: String] = [:]
    for file in result.files {
      files[file.path.text] = String(decoding: file.bytes, as: UTF8.self)
    }
    return SampleBuild(
      files: files, diagnostics: (reading.diagnostics + result.diagnostics).sortedByPlace(),
      heldBack: result.heldBack)
  }
}

extension SampleBuild {
  /// `L017 not published, …`
  var short: [String] { diagnostics.map { "\($0.code.id) \($0.message)" } }
}
