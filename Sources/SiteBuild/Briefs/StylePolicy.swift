internal import LinkDirectory

/// The content security policy of a page whose style stands in itself: that style and nothing else.
package struct StylePolicy: Sendable {
  package let text: String

  /// `<style>p{}</style>` → `default-src 'none'; style-src 'sha256-…'`; without a style element
  /// none is allowed.
  package init(of page: [UInt8]) {
    let hashes = StylePolicy.styles(in: page[...]).map { "'sha256-\(base64(sha256($0)))'" }
    let sources = hashes.isEmpty ? "'none'" : hashes.joined(separator: " ")
    text = "default-src 'none'; style-src \(sources)"
  }

  /// The page with the policy first in its head, so that it binds all that follows; before everything but
  /// the doctype where a page has no head of its own.
  package func sealed(_ page: [UInt8]) -> [UInt8] {
    let place =
      page[...].endOfTag("<head") ?? page[...].endOfTag("<!doctype") ?? page.startIndex
    let policy = "\n<meta http-equiv=\"Content-Security-Policy\" content=\"\(text)\">"
    return page[..<place] + Array(policy.utf8) + page[place...]
  }

  private static func styles(in page: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    var rest = page
    while let start = rest.endOfTag("<style") {
      rest = rest[start...]
      guard let end = rest.firstRange(of: Array("</style>".utf8)) else { break }
      found.append(rest[..<end.lowerBound])
      rest = rest[end.upperBound...]
    }
    return found
  }
}

extension ArraySlice<UInt8> {
  /// Where the text behind the first tag of a name begins: `<style media="print">`; capitals are small
  /// letters here.
  fileprivate func endOfTag(_ name: String) -> Int? {
    let name = Array(name.utf8)
    var place = startIndex
    while let start = self[place...].firstIndex(of: UInt8(ascii: "<")) {
      place = start + 1
      let end = start + name.count
      guard end < endIndex, zip(self[start..<end], name).allSatisfy({ $0 | 0x20 == $1 | 0x20 }),
        self[end] == UInt8(ascii: ">") || self[end] <= UInt8(ascii: " ")
      else { continue }
      return self[end...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
    }
    return nil
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
