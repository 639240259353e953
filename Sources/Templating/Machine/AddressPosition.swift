/// Where in an address the next value stands, told by what is written of it.
///
/// Looked at while rendering, since a value before may have been empty: `/{{ a }}/{{ b }}`.
enum AddressPosition {
  /// In a path; the host, where there is one, is complete: `/a`, `https://host/`, `../`.
  case path
  /// Behind the one slash with which an address of this site begins.
  case root
  /// In the host, behind `https://`.
  case host
  /// In the host, though no host was asked for: behind `//`, or behind `https:///`.
  case foreign
  /// Behind `mailto:`.
  case mailbox

  init(after written: UnsafeBufferPointer<UInt8>) {
    let start = written.drop { $0 <= 32 }
    let scheme = start.prefix { $0 != UInt8(ascii: ":") && !endsHost($0) }
    var rest = start
    var isRemote = false
    if scheme.endIndex < start.endIndex, start[scheme.endIndex] == UInt8(ascii: ":") {
      rest = start[scheme.endIndex...].dropFirst()
      let name = scheme.filter { $0 >= 32 }.map { lowercased($0) }
      isRemote = name.starts(with: "http".utf8)
      guard isRemote else {
        self = name.elementsEqual("mailto".utf8) ? .mailbox : .path
        return
      }
    }
    var slashes = 0
    // Browsers drop line ends and tabs wherever they stand.
    while let byte = rest.first, endsHost(byte) || byte < 32 {
      slashes += byte < 32 ? 0 : 1
      rest = rest.dropFirst()
    }
    if rest.contains(where: endsHost) {
      self = .path
    } else if isRemote {
      self = slashes > 2 ? .foreign : .host
    } else {
      self = slashes > 1 ? .foreign : (slashes == 1 && rest.isEmpty ? .root : .path)
    }
  }
}

/// Browsers take `\` for `/`.
private func endsHost(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
}
