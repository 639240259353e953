internal import Basics

/// Bytes somebody else owns; cheaper to pass around than a slice of an array.
private typealias ByteSlice = Slice<UnsafeBufferPointer<UInt8>>

/// Resolves the addresses in one page as a browser does (URL standard, 4.4), as far as it matters
/// where they lead.
///
/// In `insights/a.html`, `../data/b.csv?x#y` → the file `data/b.csv` with the fragment `y`. An
/// address that ends in `/` is the `index.html` of that folder.
struct ReferenceReader {
  private let site: SiteAddress?
  /// The page's folders, with a slash after each: `insights/`.
  private var folder: [UInt8]
  /// The folder is on another site, through `<base href>`.
  private var isBaseElsewhere = false
  /// The path of the last address read, percent-encoding resolved; kept to be used again.
  private(set) var path: [UInt8] = []

  init(pagePath: String, site: SiteAddress?) {
    self.site = site
    let bytes = Array(pagePath.utf8)
    let slash = bytes.lastIndex(of: UInt8(ascii: "/"))
    folder = slash.map { Array(bytes[...$0]) } ?? []
    path.reserveCapacity(120)
  }

  /// Takes the address of a `<base href>` as what later addresses are relative to.
  mutating func setBase(_ address: ArraySlice<UInt8>) {
    switch read(address) {
    case .site:
      let slash = path.lastIndex(of: UInt8(ascii: "/"))
      folder = slash.map { Array(path[...$0]) } ?? []
    case .samePage: break
    default: isBaseElsewhere = true
    }
  }

  mutating func read(_ address: ArraySlice<UInt8>) -> Reference {
    // Browsers drop tabs and line ends wherever they stand.
    guard !address.contains(where: { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) else {
      let cleaned = address.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
      return cleaned.withUnsafeBufferPointer { read(trimmed($0[...])) }
    }
    return address.withUnsafeBufferPointer { read(trimmed($0[...])) }
  }

  private mutating func read(_ address: ByteSlice) -> Reference {
    if let colon = schemeEnd(address) { return readAbsolute(address, colon: colon) }
    if startsWithTwoSlashes(address) {
      guard let site, hostMatches(address.dropFirst(2), site) else {
        return .otherSite
      }
      return readWhole(afterHost(address.dropFirst(2)), site)
    }
    if let first = address.first, isSlash(first) { return readRooted(address, site) }
    if isBaseElsewhere { return .otherSite }
    let (target, fragment) = parts(of: address)
    guard let target else { return .samePage(fragment: fragment) }
    path.removeAll(keepingCapacity: true)
    path += folder
    return append(target) ? .site(fragment: fragment) : .outsideFolder
  }

  // MARK: Kinds of addresses

  private mutating func readAbsolute(_ address: ByteSlice, colon: Int) -> Reference {
    let scheme = address[..<colon]
    if equals(scheme, Scheme.https) || equals(scheme, Scheme.http) {
      let rest = address[(colon + 1)...].drop(while: isSlash)
      guard let site, equals(scheme, site.scheme), hostMatches(rest, site) else {
        return .otherSite
      }
      return readWhole(afterHost(rest), site)
    }
    if Scheme.scripts.contains(where: { equals(scheme, $0) }) { return .script }
    return equals(scheme, Scheme.data) ? .data : .otherScheme
  }

  /// Whether bytes are a text in lower case, in any case.
  private func equals(_ bytes: ByteSlice, _ text: [UInt8]) -> Bool {
    guard bytes.count == text.count else { return false }
    for index in text.indices where lowercased(bytes[bytes.startIndex + index]) != text[index] {
      return false
    }
    return true
  }

  /// An address with the site's own host: what lies there beside the site's folder is another site.
  private mutating func readWhole(_ rooted: ByteSlice, _ site: SiteAddress) -> Reference {
    let reference = readRooted(rooted, site)
    return reference == .outsideFolder ? .otherSite : reference
  }

  /// An address from the host's root; the site may lie in a folder there.
  private mutating func readRooted(_ rooted: ByteSlice, _ site: SiteAddress?) -> Reference {
    let (target, fragment) = parts(of: rooted)
    path.removeAll(keepingCapacity: true)
    guard append((target ?? rooted.prefix(0)).drop(while: isSlash)) else { return .outsideFolder }
    guard let site, !site.folder.isEmpty else { return .site(fragment: fragment) }
    // `/reports` itself is the site's own folder.
    if path.elementsEqual(site.folder.dropLast()) {
      path = Array("index.html".utf8)
    } else if path.starts(with: site.folder) {
      path.removeFirst(site.folder.count)
    } else {
      return .outsideFolder
    }
    return .site(fragment: fragment)
  }

  // MARK: Pieces of an address

  /// Without the white space and control characters around it.
  private func trimmed(_ address: ByteSlice) -> ByteSlice {
    var address = address
    while let first = address.first, first <= 0x20 { address = address.dropFirst() }
    while let last = address.last, last <= 0x20 { address = address.dropLast() }
    return address
  }

  /// Where the colon after a scheme is.
  private func schemeEnd(_ address: ByteSlice) -> Int? {
    guard let first = address.first, isLetter(first) else { return nil }
    var index = address.startIndex + 1
    while index < address.endIndex {
      let byte = address[index]
      if byte == UInt8(ascii: ":") { return index }
      let isAllowed =
        isLetter(byte) || byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "+")
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      guard isAllowed else { return nil }
      index += 1
    }
    return nil
  }

  private func startsWithTwoSlashes(_ address: ByteSlice) -> Bool {
    address.prefix(2).count == 2 && address.prefix(2).allSatisfy(isSlash)
  }

  /// Browsers take `\` for `/`.
  private func isSlash(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
  }

  private func isHostEnd(_ byte: UInt8) -> Bool {
    isSlash(byte) || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
  }

  private func hostMatches(_ rest: ByteSlice, _ site: SiteAddress) -> Bool {
    let host = rest.prefix { !isHostEnd($0) }
    return equals(host, site.host) || equals(host, site.hostWithPort)
  }

  private func afterHost(_ rest: ByteSlice) -> ByteSlice {
    rest.drop { !isHostEnd($0) }
  }

  /// The path without its query, nil where it is empty, and the fragment.
  private func parts(
    of address: ByteSlice
  ) -> (path: ByteSlice?, fragment: [UInt8]?) {
    let hash = address.firstIndex(of: UInt8(ascii: "#"))
    let fragment = hash.map { Array(address[($0 + 1)...]) }
    let target = address[..<(hash ?? address.endIndex)].prefix { $0 != UInt8(ascii: "?") }
    return (target.isEmpty ? nil : target, fragment)
  }

  /// Appends parts to the path, taking back one for each `..`; false when it leaves the root.
  private mutating func append(_ target: ByteSlice) -> Bool {
    var rest = target
    while true {
      let part = rest.prefix { !isSlash($0) }
      let isLast = part.endIndex == rest.endIndex
      switch dots(in: part) {
      case 1: break
      case 2: guard removeLastFolder() else { return false }
      default:
        appendDecoded(part)
        if !isLast { path.append(UInt8(ascii: "/")) }
      }
      if isLast { break }
      rest = rest[(part.endIndex + 1)...]
    }
    if path.isEmpty || path.last == UInt8(ascii: "/") { path += "index.html".utf8 }
    return true
  }

  /// 1 for `.` and `%2e`, 2 for `..` in all its spellings, else 0.
  private func dots(in part: ByteSlice) -> Int {
    guard let first = part.first, first == UInt8(ascii: ".") || first == UInt8(ascii: "%"),
      part.count <= 6
    else { return 0 }
    let dot = UInt8(ascii: ".")
    if part.allSatisfy({ $0 == dot }) { return part.count <= 2 ? part.count : 0 }
    let text = part.text.lowercased()
    let plain =
      text.utf8.count > 2
      ? text.split(separator: "%2e", omittingEmptySubsequences: false)
        .joined(separator: ".") : text
    return plain == "." ? 1 : plain == ".." ? 2 : 0
  }

  private mutating func removeLastFolder() -> Bool {
    guard !path.isEmpty else { return false }
    path.removeLast()
    while let last = path.last, last != UInt8(ascii: "/") { path.removeLast() }
    return true
  }

  /// `%20` → a space; `%2F` stays, since no file name holds a slash.
  private mutating func appendDecoded(_ part: ByteSlice) {
    guard part.contains(UInt8(ascii: "%")) else {
      path.append(contentsOf: UnsafeBufferPointer(rebasing: part))
      return
    }
    path += PercentCoding.decoded(Array(part), keeping: UInt8(ascii: "/"))
  }
}

private enum Scheme {
  static let http = Array("http".utf8)
  static let https = Array("https".utf8)
  static let data = Array("data".utf8)
  static let scripts = ["javascript", "vbscript", "livescript"].map { Array($0.utf8) }
}
