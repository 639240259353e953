internal import Basics

/// Gathers findings so that one cause gives one diagnostic, at its first place.
struct Causes {
  private struct Key: Hashable {
    var code: String
    var message: String
  }

  private struct Cause {
    var finding: Finding
    /// The first file it was found in, and the last so far.
    var file: SitePath
    var lastFile: SitePath
    var files = 1
    var places = 1
  }

  private var causes: [Cause] = []
  private var indexes: [Key: Int] = [:]

  /// Takes findings file by file, in the order of their paths.
  mutating func add(_ finding: Finding, in file: SitePath) {
    let key = Key(code: finding.code.id, message: finding.message)
    guard let index = indexes[key] else {
      indexes[key] = causes.count
      causes.append(Cause(finding: finding, file: file, lastFile: file))
      return
    }
    causes[index].places += 1
    if causes[index].lastFile != file {
      causes[index].lastFile = file
      causes[index].files += 1
    } else if causes[index].files == 1,
      finding.range.lowerBound < causes[index].finding.range.lowerBound
    {
      causes[index].finding = finding
    }
  }

  func diagnostics(in site: BuiltSite) -> [Diagnostic] {
    let byFile = Dictionary(grouping: causes, by: \.file)
    var diagnostics: [Diagnostic] = []
    for (index, entry) in site.entries.enumerated() {
      guard let causes = byFile[entry.path] else { continue }
      // A file that can be read no more still has its findings, without the line.
      let bytes = (try? site.bytes(at: index)) ?? []
      var places = SourcePlaces(SourceText(file: entry.path.text, bytes: bytes))
      let sorted = causes.sorted { $0.finding.range.lowerBound < $1.finding.range.lowerBound }
      diagnostics += sorted.map { diagnostic($0, &places) }
    }
    return diagnostics
  }

  private func diagnostic(_ cause: Cause, _ places: inout SourcePlaces) -> Diagnostic {
    Diagnostic(
      cause.finding.code, cause.finding.message, at: places.excerpt(of: cause.finding.range),
      severity: cause.finding.severity, fix: cause.finding.fix, notes: notes(cause))
  }

  private func notes(_ cause: Cause) -> [String] {
    if cause.files > 1 {
      return ["and \(cause.files - 1) more \(cause.files == 2 ? "file" : "files")"]
    }
    guard cause.places > 1 else { return [] }
    return ["and \(cause.places - 1) more \(cause.places == 2 ? "place" : "places") in this file"]
  }
}
