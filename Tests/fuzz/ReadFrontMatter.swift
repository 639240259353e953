internal import Basics
internal import MarkdownHTML

/// Front matter and YAML files: any bytes give values with places inside the text, or one finding.
@_cdecl("LLVMFuzzerTestOneInput")
func readFrontMatters(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let source = SourceText(file: "page.md", bytes: bytes)
  do throws(Diagnostic) {
    let matter = try readFrontMatter(source)
    precondition((0...bytes.count).contains(matter.bodyStart), "the body starts in the file")
    check(matter.values, source)
  } catch {
    check(error)
  }
  var quick: YAMLValue?
  do throws(Diagnostic) {
    let value = try readYAML(source)
    check(value, source)
    quick = value
  } catch {
    check(error)
  }
  // A comment sends the same values through the whole parser, a line further down.
  if let quick, bytes.last == UInt8(ascii: "\n"), let entries = quick.entries, !entries.isEmpty,
    !bytes.starts(with: [0xEF, 0xBB, 0xBF]), bytes.first != UInt8(ascii: "%")
  {
    let slow = try? readYAML(SourceText(file: "page.md", bytes: Array("#\n".utf8) + bytes))
    precondition(slow?.entries?.map(\.key) == entries.map(\.key), "both readers see the same keys")
  }
  return 0
}

private func check(_ value: YAMLValue, _ source: SourceText) {
  precondition(value.place.line >= 1 && value.place.column >= 1)
  for entry in value.entries ?? [] {
    precondition(!source.excerpt(line: entry.keyPlace.line).text(label: nil).isEmpty)
    check(entry.value, source)
  }
}

private func check(_ error: Diagnostic) {
  precondition(!error.text.isEmpty && error.location != nil, "a finding has its place")
}
