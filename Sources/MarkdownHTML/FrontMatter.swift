package import Basics

/// The YAML between two `---` lines at the start of a file.
package struct FrontMatter: Sendable, Equatable {
  /// A map; empty when the file has no front matter.
  package var values: YAMLValue
  /// The offset of the first byte after it.
  package var bodyStart: Int

  /// Whether the file has any: without it the body starts at the first byte or behind its byte order
  /// mark.
  package var isThere: Bool { bodyStart > 3 }
}

/// Reads the front matter of a Markdown file; throws the first thing that is wrong with its place.
///
/// `---\ntitle: T\n---\nText` → title `T`, and a body that starts at `Text`.
package func readFrontMatter(_ source: SourceText) throws(Diagnostic) -> FrontMatter {
  let bytes = source.bytes
  let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  let opening = line(in: bytes, from: start)
  guard isFence(opening.text, in: bytes, closing: false) else {
    return FrontMatter(
      values: YAMLValue(.map([]), at: YAMLPlace(line: 1, column: 1)), bodyStart: start)
  }
  var current = opening
  while current.next < bytes.count {
    current = line(in: bytes, from: current.next)
    guard isFence(current.text, in: bytes, closing: true) else { continue }
    let yaml = Array(bytes[opening.next..<current.text.lowerBound])
    let values = try readYAMLMap(yaml, YAMLOrigin(line: 2, columnsLeftOut: 0), source)
    return FrontMatter(values: values, bodyStart: current.next)
  }
  throw Diagnostic(
    FrontMatterCodes.notClosed, "the front matter that starts here does not end",
    at: source.excerpt(of: opening.text), fix: "end it with a line `---`")
}

/// A line without its end, and where the next one starts.
private func line(in bytes: [UInt8], from start: Int) -> (text: Range<Int>, next: Int) {
  var end = start
  while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
  let next = min(end + 1, bytes.count)
  if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
  return (start..<end, next)
}

/// Three dashes, or three dots at the end, and blanks.
private func isFence(_ line: Range<Int>, in bytes: [UInt8], closing: Bool) -> Bool {
  guard line.count >= 3 else { return false }
  let mark = bytes[line.lowerBound]
  guard mark == UInt8(ascii: "-") || closing && mark == UInt8(ascii: ".") else { return false }
  return line.prefix(3).allSatisfy { bytes[$0] == mark }
    && line.dropFirst(3).allSatisfy { bytes[$0].isASCIIBlank }
}
