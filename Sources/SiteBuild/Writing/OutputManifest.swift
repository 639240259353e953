internal import Basics

/// The files of an output folder that Meadow wrote: `.meadow-manifest` at its top.
struct OutputManifest {
  static let path = RawPath(".meadow-manifest")
  /// Where it is written before it replaces another.
  static let draft = RawPath(".meadow-manifest.draft")
  private static let header = "meadow output 1"

  /// Sorted.
  var paths: [SitePath]

  init(_ paths: [SitePath]) {
    self.paths = paths.sorted()
  }

  /// Reads what ``text`` wrote.
  init(reading bytes: [UInt8], at place: String) throws(PublishError) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.first.map({ String(decoding: $0, as: UTF8.self) }) == OutputManifest.header,
      lines.last?.isEmpty == true
    else { throw .damaged(path: place, line: 1) }
    paths = []
    for (index, line) in lines.enumerated().dropFirst().dropLast() {
      guard let path = try? SitePath(String(decoding: line, as: UTF8.self)), path != .root else {
        throw .damaged(path: place, line: index + 1)
      }
      paths.append(path)
    }
  }

  /// A header, then a path a line.
  var text: String {
    ([OutputManifest.header] + paths.map(\.text)).joined(separator: "\n") + "\n"
  }
}
