/// Where comments and strings of a style sheet end (CSS Syntax 3).
package enum StyleBytes {
  static func isComment(_ bytes: [UInt8], at index: Int) -> Bool {
    index + 1 < bytes.count && bytes[index] == UInt8(ascii: "/")
      && bytes[index + 1] == UInt8(ascii: "*")
  }

  /// The place behind a comment that begins at `start`.
  static func endOfComment(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start + 2
    while index + 1 < bytes.count {
      if bytes[index] == UInt8(ascii: "*"), bytes[index + 1] == UInt8(ascii: "/") {
        return index + 2
      }
      index += 1
    }
    return bytes.count
  }

  /// The place behind a string that begins at `start`.
  static func endOfString(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start + 1
    while index < bytes.count, bytes[index] != bytes[start] {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index + 1, bytes.count)
  }

  static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  /// A sheet as it is sent: without comments, indents and empty lines. A comment that begins with
  /// `/*!` is somebody's licence and stays.
  package static func sent(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if isComment(bytes, at: index) {
        let end = endOfComment(bytes, from: index)
        let stays = index + 2 < bytes.count && bytes[index + 2] == UInt8(ascii: "!")
        // A comment parts two words as a space does.
        if stays { out += bytes[index..<end] } else { appendSpace(to: &out) }
        index = end
      } else if isQuote(bytes[index]) {
        let end = endOfString(bytes, from: index)
        out += bytes[index..<end]
        index = end
      } else {
        if bytes[index] <= 0x20 {
          appendSpace(bytes[index], to: &out)
        } else {
          out.append(bytes[index])
        }
        index += 1
      }
    }
    return out
  }

  /// White space after white space says nothing; a line break is kept, as it makes a sheet readable.
  private static func appendSpace(_ byte: UInt8 = UInt8(ascii: " "), to out: inout [UInt8]) {
    let newline = UInt8(ascii: "\n")
    guard let last = out.last else { return }
    if last > 0x20 {
      out.append(byte == newline ? newline : UInt8(ascii: " "))
    } else if byte == newline {
      out[out.count - 1] = newline
    }
  }
}
