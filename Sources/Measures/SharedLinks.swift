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

/// The links that items share, in the order of their rows.
struct LinkColumns: Sendable {
  private(set) var rows: [Int32] = []
  private(set) var links: [SharedLink] = []

  init() {}

  init(_ pieces: [LinkColumns]) {
    rows = pieces.flatMap(\.rows)
    links = pieces.flatMap(\.links)
  }

  mutating func append(_ shared: [SharedLink], ofRow row: Int) {
    links += shared
    rows += shared.map { _ in Int32(row) }
  }

  /// The links of one row.
  func links(ofRow row: Int) -> ArraySlice<SharedLink> {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    let end = rows[low...].firstIndex { $0 != row } ?? rows.count
    return links[low..<end]
  }
}

/// Finds the web addresses in texts.
struct LinkFinder: Sendable {
  /// The place's own domain: to link within it is no sharing.
  private let ownDomain: String?

  init(_ community: Community) {
    ownDomain = Array(community.manifest.origin.utf8).withUnsafeBufferPointer { bytes in
      addressBody(at: 0, in: bytes).flatMap { SharedLink(bytes, from: $0)?.domain }
    }
  }

  /// The links in a text, each page once.
  func links(in text: UnsafeBufferPointer<UInt8>) -> [SharedLink] {
    var found: [SharedLink] = []
    forEachAddress(in: text) { start in
      guard let link = SharedLink(text, from: start), link.domain != ownDomain,
        !found.contains(link)
      else { return }
      found.append(link)
    }
    return found
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

extension SharedLink {
  /// Reads host and path from a place on; nil where there is no host with a dot.
  init?(_ text: UnsafeBufferPointer<UInt8>, from start: Int) {
    var address = text[start...].prefix { !$0.endsAddress && !cuts.contains($0) }
    while let last = address.last, trailing.contains(last) { address = address.dropLast() }
    let host = address.prefix { !hostEnds.contains($0) }
    let name = host.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false).last
    guard let domain = name.flatMap({ domainText($0) }) else { return nil }
    var rest = address.dropFirst(host.count)
    if rest.first == UInt8(ascii: ":") { rest = rest.drop { !pathEnds.contains($0) } }
    var path = rest.prefix { !queryStarts.contains($0) }
    while path.last == UInt8(ascii: "/") { path = path.dropLast() }
    self.domain = domain
    page = domain + String(decoding: path, as: UTF8.self)
  }
}

/// `WWW.Example.org` → `example.org`; nil for what is no domain.
private func domainText(_ host: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
  let small = host.map { $0.isLetter ? $0 | 0x20 : $0 }
  let isWritable = small.allSatisfy { byte in
    byte.isAlphanumeric || byte >= 0x80 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }
  let bare = small.starts(with: "www.".utf8) ? small.dropFirst(4) : small[...]
  let dot = UInt8(ascii: ".")
  guard isWritable, bare.contains(dot), bare.first != dot, bare.last != dot else { return nil }
  return String(decoding: bare, as: UTF8.self)
}

/// Where an address in running text ends beside blanks and brackets.
private let cuts = Array("`{}|\\^'*".utf8)
/// What ends a sentence and not an address.
private let trailing = Array(".,;:!?_".utf8)
private let hostEnds = Array("/?#&:".utf8)
private let pathEnds = Array("/?#&".utf8)
private let queryStarts = Array("?#&".utf8)
