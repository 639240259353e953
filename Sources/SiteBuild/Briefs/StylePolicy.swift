internal import LinkDirectory

/// The content security policy of a page whose style stands in itself: that style and nothing else.
struct StylePolicy: Sendable {
  let text: String

  /// `<style>p{}</style>` → `default-src 'none'; style-src 'sha256-…'`; without a style element
  /// none is allowed.
  init(of page: [UInt8]) {
    let hashes = StylePolicy.styles(in: page[...]).map { "'sha256-\(base64(sha256($0)))'" }
    let sources = hashes.isEmpty ? "'none'" : hashes.joined(separator: " ")
    text = "default-src 'none'; style-src \(sources)"
  }

  /// The page with the policy first in its head, so that it binds all that follows.
  func sealed(_ page: [UInt8]) -> [UInt8] {
    let head = Array("<head>".utf8)
    guard let place = page.firstRange(of: head)?.upperBound else { return page }
    let policy = "\n<meta http-equiv=\"Content-Security-Policy\" content=\"\(text)\">"
    return page[..<place] + Array(policy.utf8) + page[place...]
  }

  private static func styles(in page: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    var rest = page
    while let start = rest.firstRange(of: Array("<style>".utf8)) {
      rest = rest[start.upperBound...]
      guard let end = rest.firstRange(of: Array("</style>".utf8)) else { break }
      found.append(rest[..<end.lowerBound])
      rest = rest[end.upperBound...]
    }
    return found
  }
}

private func sha256(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  let digits = Array(sha256Text(bytes))
  return stride(from: 0, to: digits.count, by: 2).compactMap {
    UInt8(String(digits[$0...($0 + 1)]), radix: 16)
  }
}

/// RFC 4648, with padding.
private func base64(_ bytes: [UInt8]) -> String {
  let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  var text = ""
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
    for place in 0..<4 {
      text.append(place <= group.count ? letters[bits >> (18 - 6 * place) & 63] : "=")
    }
  }
  return text
}
