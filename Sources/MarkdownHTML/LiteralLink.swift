internal import Basics

/// An address that stands bare in the text, as GitHub's specification finds it.
enum LiteralLink {
  /// `https://…`, `http://…`
  case url
  /// `www.…`, whose address gets `http://`
  case www
  /// `a@b.c`, whose address gets `mailto:`
  case mail

  var prefix: StaticString {
    switch self {
    case .url: ""
    case .www: "http://"
    case .mail: "mailto:"
    }
  }
}

/// Finds bare addresses in bytes around an offset that looks like one.
struct LiteralLinkScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Only bytes of this range are read; it ends at a line end or the end of the text.
  let bounds: Range<Int>

  /// The range of a `https://…` whose colon is at an offset.
  func url(colon: Int) -> Range<Int>? {
    for scheme: StaticString in ["https", "http"] {
      let start = colon - scheme.utf8CodeUnitCount
      guard start >= bounds.lowerBound, bytes.has(scheme, at: start), mayStart(at: start) else {
        continue
      }
      guard let host = domain(from: colon + 3, dots: 0) else { return nil }
      return start..<end(of: start, from: host)
    }
    return nil
  }

  /// The range of a `www.…` that starts at an offset.
  func www(start: Int) -> Range<Int>? {
    guard mayStart(at: start), let host = domain(from: start, dots: 1) else { return nil }
    return start..<end(of: start, from: host)
  }

  /// The range of an `a@b.c` whose `@` is at an offset.
  func mail(at sign: Int) -> Range<Int>? {
    var start = sign
    while start > max(bounds.lowerBound, sign - 64), isLocalPart(bytes[start - 1]) { start -= 1 }
    guard start < sign, mayStart(at: start) else { return nil }
    var end = sign + 1
    var dots = 0
    while end < bounds.upperBound {
      let byte = bytes[end]
      if byte == UInt8(ascii: ".") {
        guard end + 1 < bounds.upperBound, bytes[end + 1].isASCIILetterOrDigit else { break }
        dots += 1
      } else if !byte.isASCIILetterOrDigit, byte != UInt8(ascii: "-"), byte != UInt8(ascii: "_") {
        break
      }
      end += 1
    }
    return dots > 0 && bytes[end - 1].isASCIILetterOrDigit ? start..<end : nil
  }

  private func isLocalPart(_ byte: UInt8) -> Bool {
    byte.isASCIILetterOrDigit || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "+")
  }

  /// At a line's start, after a blank, an emphasis mark, a cell's bar or a bracket that opens no
  /// link destination.
  private func mayStart(at offset: Int) -> Bool {
    guard offset > bounds.lowerBound else { return true }
    switch bytes[offset - 1] {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "|"): return true
    case UInt8(ascii: "("):
      return offset < bounds.lowerBound + 2 || bytes[offset - 2] != UInt8(ascii: "]")
    case let byte: return byte.isASCIIBlank
    }
  }

  /// The end of a domain: letters, digits, `-` and `_` between dots, no `_` in the last two parts but
  /// at the end, where it closes emphasis: `_www.example.org_`.
  private func domain(from start: Int, dots needed: Int) -> Int? {
    var end = start
    var dots = 0
    var underscores = (last: 0, beforeLast: 0)
    guard start < bounds.upperBound, isHostPart(at: start) else { return nil }
    while end < bounds.upperBound {
      let byte = bytes[end]
      if byte == UInt8(ascii: "_") {
        underscores.last += 1
      } else if byte == UInt8(ascii: ".") {
        guard end + 1 < bounds.upperBound, isHostPart(at: end + 1) else { break }
        underscores = (0, underscores.last)
        dots += 1
      } else if !isHostPart(at: end) {
        break
      }
      end += 1
    }
    if end == bounds.upperBound || !"/:?#".utf8.contains(bytes[end]) {
      while underscores.last > 0, bytes[end - 1] == UInt8(ascii: "_") {
        end -= 1
        underscores.last -= 1
      }
    }
    let isGood =
      end > start && bytes[end - 1] != UInt8(ascii: ".") && dots >= needed && underscores == (0, 0)
    return isGood ? end : nil
  }

  private func isHostPart(at offset: Int) -> Bool {
    let byte = bytes[offset]
    return byte.isASCIILetterOrDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || byte >= 0x80 && !isPunctuation(at: offset)
  }

  /// The block of general punctuation, U+2000 to U+206F: `https://…` and `https://–` are no hosts.
  private func isPunctuation(at offset: Int) -> Bool {
    bytes[offset] == 0xE2 && offset + 1 < bounds.upperBound
      && (bytes[offset + 1] == 0x80 || bytes[offset + 1] == 0x81)
  }

  /// The end of the whole address, without the punctuation of the sentence around it.
  private func end(of start: Int, from host: Int) -> Int {
    var end = host
    var opened = 0
    var closed = 0
    while end < bounds.upperBound, !stops(bytes[end]) {
      if bytes[end] == UInt8(ascii: "(") { opened += 1 }
      if bytes[end] == UInt8(ascii: ")") { closed += 1 }
      end += 1
    }
    while end > host {
      switch bytes[end - 1] {
      case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","),
        UInt8(ascii: ":"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"),
        UInt8(ascii: "'"), UInt8(ascii: "\""):
        end -= 1
      case UInt8(ascii: ")") where closed > opened:
        closed -= 1
        end -= 1
      case UInt8(ascii: ";"):
        end = startOfEntity(endingAt: end - 1, after: host) ?? end - 1
      default:
        return end
      }
    }
    return end
  }

  /// The offset of the `&` of `&name;`, nil when there is none.
  private func startOfEntity(endingAt semicolon: Int, after host: Int) -> Int? {
    var start = semicolon
    while start > host, bytes[start - 1].isASCIILetterOrDigit { start -= 1 }
    return start > host && start < semicolon && bytes[start - 1] == UInt8(ascii: "&")
      ? start - 1 : nil
  }

  private func stops(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: "|"), UInt8(ascii: "`"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "\\"), 0:
      true
    default:
      byte.isASCIIBlank
    }
  }
}
