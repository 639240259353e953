#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif
internal import CommunityData

/// A web address in the text of an item, without scheme, `www.`, query and fragment.
struct SharedLink: Hashable, Sendable {
  /// `docs.example.org`
  let domain: String
  /// `docs.example.org/guide`
  let page: String
}

/// Finds the web addresses in texts.
struct LinkFinder: Sendable {
  /// The place's own domain: to link within it is no sharing.
  let ownDomain: String?
  private let ownBytes: [UInt8]

  init(_ community: Community) {
    ownDomain = sharedDomain(of: community.manifest.origin)
    ownBytes = Array((ownDomain ?? "").utf8)
  }

  /// Calls with the page of each link in a text and with how much of it is the domain, in bytes.
  func forEachLink(
    in text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>, Int) -> Void
  ) {
    var page: [UInt8] = []
    forEachAddress(in: text) { start in
      page.removeAll(keepingCapacity: true)
      guard let length = appendPage(of: text, from: start, to: &page),
        ownBytes.isEmpty || !page[..<length].elementsEqual(ownBytes)
      else { return }
      page.withUnsafeBufferPointer { body($0, length) }
    }
  }

  /// Calls with the place behind each `http://` and `https://`, but for those within an address;
  /// colons are rare and quickly found.
  private func forEachAddress(in text: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void) {
    guard let base = text.baseAddress else { return }
    var place = 0
    while place < text.count,
      let colon = memchr(base + place, 0x3A, text.count - place)
    {
      let found = UnsafeRawPointer(colon) - UnsafeRawPointer(base)
      place = found + 1
      for length in [4, 5] where found >= length {
        guard let start = addressBody(at: found - length, in: text), start == found + 3 else {
          continue
        }
        body(start)
        place = text[start...].firstIndex { $0.endsAddress || cuts.contains($0) } ?? text.count
      }
    }
  }
}

/// The domain under which a web address is counted; nil where that has no host with a dot.
///
/// `https://www.Example.org:80/guide` → `example.org`
package func sharedDomain(of link: String) -> String? { SharedLink(link)?.domain }

extension SharedLink {
  /// From a whole web address; nil where that has no host with a dot.
  init?(_ link: String) {
    let found = Array(link.utf8).withUnsafeBufferPointer { bytes in
      addressBody(at: 0, in: bytes).flatMap { SharedLink(bytes, from: $0) }
    }
    guard let found else { return nil }
    self = found
  }

  /// Reads host and path from a place on; nil where there is no host with a dot.
  init?(_ text: UnsafeBufferPointer<UInt8>, from start: Int) {
    var page: [UInt8] = []
    guard let length = appendPage(of: text, from: start, to: &page) else { return nil }
    self = page.withUnsafeBufferPointer { SharedLink($0, length) }
  }

  /// A page whose first bytes are its domain.
  init(_ page: UnsafeBufferPointer<UInt8>, _ domainLength: Int) {
    domain = String(decoding: page[..<domainLength], as: UTF8.self)
    self.page = String(decoding: page, as: UTF8.self)
  }
}

/// Appends host and path of the address that begins at a place; how much of that is the domain, or nil
/// where there is no host with a dot.
private func appendPage(
  of text: UnsafeBufferPointer<UInt8>, from start: Int, to page: inout [UInt8]
) -> Int? {
  var address = text[start...].prefix { !$0.endsAddress && !cuts.contains($0) }
  while let last = address.last, trailing.contains(last) { address = address.dropLast() }
  let host = address.prefix { !hostEnds.contains($0) }
  let name = host.lastIndex(of: UInt8(ascii: "@")).map { host[($0 + 1)...] } ?? host
  guard appendDomain(name, to: &page) else { return nil }
  let length = page.count
  var rest = address.dropFirst(host.count)
  if rest.first == UInt8(ascii: ":") { rest = rest.drop { !pathEnds.contains($0) } }
  var path = rest.prefix { !queryStarts.contains($0) }
  while path.last == UInt8(ascii: "/") { path = path.dropLast() }
  page.append(contentsOf: path)
  return length
}

/// `WWW.Example.org` → `example.org`; false for what is no domain.
private func appendDomain(
  _ host: Slice<UnsafeBufferPointer<UInt8>>, to page: inout [UInt8]
) -> Bool {
  let first = page.count
  for byte in host { page.append(byte.isLetter ? byte | 0x20 : byte) }
  if page[first...].starts(with: "www.".utf8) { page.removeSubrange(first..<first + 4) }
  let bare = page[first...]
  let dot = UInt8(ascii: ".")
  let isWritable = bare.allSatisfy { byte in
    byte.isAlphanumeric || byte >= 0x80 || byte == UInt8(ascii: "-") || byte == dot
  }
  return isWritable && bare.contains(dot) && bare.first != dot && bare.last != dot
}

/// Where an address in running text ends beside blanks and brackets.
private let cuts = Array("`{}|\\^'*".utf8)
/// What ends a sentence and not an address.
private let trailing = Array(".,;:!?_".utf8)
private let hostEnds = Array("/?#&:".utf8)
private let pathEnds = Array("/?#&".utf8)
private let queryStarts = Array("?#&".utf8)
