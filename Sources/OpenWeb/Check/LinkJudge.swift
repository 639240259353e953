internal import Basics

/// Tells links that lead to a file and a place in it from those that do not.
struct LinkJudge {
  private let site: BuiltSite
  private let address: SiteAddress?
  private let files: PathTable
  /// By entry: the places in it, nil where any fragment will do.
  private var places: [[UInt64]?]
  private var suggestions: [AddressText: String?] = [:]

  init(_ site: BuiltSite, _ reports: [FileReport], _ address: SiteAddress?) {
    self.site = site
    self.address = address
    files = PathTable(site.entries)
    places = Array(repeating: nil, count: site.entries.count)
    for report in reports {
      guard let index = files.file(stableHash(report.path.text.utf8)) else { continue }
      places[index] = report.places
    }
  }

  /// Whether some link of a file leads nowhere.
  func hasBroken(in report: FileReport) -> Bool { !report.links.allSatisfy(works) }

  mutating func findings(about report: FileReport) -> [Finding] {
    let broken = report.links.filter { !works($0) }
    guard !broken.isEmpty, let texts = texts(of: report.path) else { return [] }
    return broken.map { finding($0, texts[Int($0.address)]) }
  }

  private func works(_ link: SiteLink) -> Bool {
    guard let file = files.file(link.path) else { return false }
    guard let fragment = link.fragment, let places = places[file] else { return true }
    return places.holds(fragment)
  }

  /// Where the addresses of a file lead; read again, since few files have a broken one.
  private func texts(of path: SitePath) -> [AddressCollector.Found]? {
    guard let page = page(at: path.text) else { return nil }
    return AddressCollector.texts(in: page, site: address)
  }

  private func page(at path: String) -> BuiltPage? {
    guard let index = files.file(stableHash(path.utf8)), let bytes = try? site.bytes(at: index)
    else { return nil }
    let path = site.entries[index].path
    return BuiltPage(SourceText(file: path.text, bytes: bytes), syntax: syntax(of: path))
  }

  private mutating func finding(
    _ link: SiteLink, _ address: AddressCollector.Found
  ) -> Finding {
    let (text, range) = address
    if files.file(link.path) != nil, let fragment = text.fragment {
      return Finding(
        code: OpenWebCodes.brokenAnchor, message: "no place `#\(fragment)` in `\(text.path)`",
        fix: suggestion(for: text), range: range)
    }
    let code =
      switch link.purpose {
      case .link: OpenWebCodes.brokenLink
      case .load: OpenWebCodes.missingFile
      case .figureData: OpenWebCodes.missingData
      }
    return Finding(
      code: code, message: "no file `\(text.path)` in the site", fix: suggestion(for: text),
      range: range)
  }

  /// Looking for a near name takes long, so it is done once a target and not for hundreds.
  private mutating func suggestion(for text: AddressText) -> String? {
    if let known = suggestions[text] { return known }
    guard suggestions.count < 200 else { return nil }
    let isFile = files.file(stableHash(text.path.utf8)) != nil
    let found =
      isFile ? suggestedPlace(text.fragment ?? "", in: text.path) : suggestedFile(text.path)
    suggestions[text] = .some(found)
    return found
  }

  private func suggestedPlace(_ fragment: String, in path: String) -> String? {
    page(at: path).flatMap { nearestPlace(to: fragment, in: $0) }.map { "did you mean `#\($0)`?" }
  }

  /// A file of a like name in the same folder, or the one of that name elsewhere.
  private func suggestedFile(_ path: String) -> String? {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let files = site.entries.filter { $0.kind == .file }.map(\.path)
    let neighbours = files.filter { $0.folder.text == folder }.map(\.text).prefix(500)
    if let near = Basics.suggestion(for: path, among: neighbours) { return near }
    let namesakes = files.filter { $0.name == name && name != "index.html" }
    return namesakes.count == 1 ? "did you mean `\(namesakes[0])`?" : nil
  }
}
