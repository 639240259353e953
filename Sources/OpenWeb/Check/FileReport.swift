package import Basics

/// What the rules found in one file, before the other files are known.
package struct FileReport: Sendable {
  package let path: SitePath
  let findings: [Finding]
  let links: [SiteLink]
  /// Hashes of the file's ids and anchor names, sorted; nil where they are not known.
  let places: [UInt64]?

  /// Whether no rule found anything in the file alone.
  package var isClean: Bool { findings.isEmpty }

  /// Whether readers can follow a link from here to a file of the site, called by its folder or by its
  /// own name.
  package func hasLink(to target: SitePath) -> Bool {
    let text = target.text
    var names = [text]
    if text == "index.html" || text.hasSuffix("/index.html") {
      let folder = String(text.dropLast("index.html".utf8.count))
      names += [folder, String(folder.dropLast())]
    }
    let hashes = names.map { stableHash(Array($0.utf8)[...]) }
    return links.contains { $0.purpose == .link && hashes.contains($0.path) }
  }

  /// Whether each place of an earlier version of the file, which others may link to, is in this one.
  package func hasPlaces(of earlier: FileReport) -> Bool {
    guard let places, let before = earlier.places else { return false }
    return before.allSatisfy(places.holds)
  }
}

extension OpenWebRule {
  /// Holds one file against rules; may run while other files are still being made.
  package static func inspect(
    _ file: OutputFile, baseURL: String?, rules: [OpenWebRule] = OpenWebRule.all
  ) -> FileReport {
    var memory = PageMemory()
    return inspect(file, site: baseURL.flatMap(SiteAddress.init), rules, using: &memory)
  }

  static func inspect(
    _ file: OutputFile, site: SiteAddress?, _ rules: [OpenWebRule], using memory: inout PageMemory
  ) -> FileReport {
    guard isInspected(file.path) else {
      return FileReport(path: file.path, findings: [], links: [], places: nil)
    }
    guard isUTF8(file.bytes) else { return otherEncoding(file) }
    var inspection = Inspection(file.path, file.bytes, site: site, using: &memory)
    for rule in rules { rule.inspect(&inspection) }
    memory = PageMemory(of: inspection.page)
    return FileReport(
      path: file.path, findings: inspection.findings, links: inspection.links,
      places: inspection.page.hasPlaces ? inspection.places : nil)
  }
}

private func otherEncoding(_ file: OutputFile) -> FileReport {
  let finding = Finding(
    code: OpenWebCodes.otherEncoding, message: "the file is not in UTF-8",
    fix: "save it in UTF-8", range: 0..<0)
  return FileReport(path: file.path, findings: [finding], links: [], places: nil)
}

/// Whether some rule has something to say about a file; other files are only linked to.
func isInspected(_ path: SitePath) -> Bool {
  syntax(of: path) != .plain || isRobotsText(path)
}

func isRobotsText(_ path: SitePath) -> Bool { path.text == "robots.txt" }
