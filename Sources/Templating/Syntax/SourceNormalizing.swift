internal import Basics

extension SourceText {
  /// The text as Jinja2 reads it: every line end is LF, and one final line end is dropped.
  ///
  /// `"a\r\nb\n"` → `"a\nb"`. Lines and columns stay what they were, so places remain true.
  func normalized(keepingTrailingNewline keep: Bool) -> SourceText {
    var output = bytes.contains(13) ? withoutCarriageReturns() : bytes
    if !keep, output.last == UInt8(ascii: "\n") { output.removeLast() }
    return SourceText(file: file, bytes: output)
  }

  private func withoutCarriageReturns() -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 13 {
        output.append(10)
      } else if byte != 10 || previous != 13 {
        output.append(byte)
      }
      previous = byte
    }
    return output
  }
}
