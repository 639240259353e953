/// Text as ASCII lines of at most 76 bytes (RFC 2045, 6.7).
enum QuotedPrintable {
  /// Line feeds end lines; all other bytes come out as they went in.
  static func encoded(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count + text.count / 8)
    for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      append(line, to: &output)
      output += MailHeader.lineEnd
    }
    // The last line end is not the text's.
    if text.last == UInt8(ascii: "\n") { output.removeLast(2) }
    return output
  }

  private static func append(_ line: ArraySlice<UInt8>, to output: inout [UInt8]) {
    var width = 0
    for (place, byte) in zip(line.indices, line) {
      let isLast = place == line.endIndex - 1
      let isPlain =
        (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=")
        || (byte == 0x20 || byte == 0x09) && !isLast
      // A dot alone ends a mail on its way, and `From ` at the start of a line begins one in a mailbox.
      let isSafe =
        isPlain && !(width == 0 && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "F")))
      let size = isSafe ? 1 : 3
      if width + size > (isLast ? 76 : 75) {
        output += [UInt8(ascii: "=")] + MailHeader.lineEnd
        width = 0
      }
      if isSafe {
        output.append(byte)
      } else {
        output += Array(("=" + hexadecimal(byte)).utf8)
      }
      width += size
    }
  }
}
