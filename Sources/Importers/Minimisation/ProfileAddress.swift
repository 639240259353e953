/// The addresses under which a platform shows people's profiles or files: what follows one of some
/// places is a person's name.
struct ProfileAddress: Sendable {
  /// In lower case: `/u/`. Of places that begin alike the longest comes first.
  let places: [StaticString]
  /// Whether a number stands before the name: `/users/12/ann`.
  var isNumbered = false
  /// Whether the name is the last part of the address: `github.com/ann`, but `github.com/club/tool`.
  var isLast = false

  /// `https://discord.com/users/7`
  static let discord = ProfileAddress(places: ["/discord.com/users/", "/discordapp.com/users/"])
  /// `https://forum.example.org/u/ann/summary`
  static let discourse = ProfileAddress(places: ["/u/", "/users/"])
  /// `https://social.example/@ann`, and what other programs of the Fediverse write.
  static let fediverse = ProfileAddress(places: ["/@", "/u/", "/users/"])
  /// `https://meta.example.org/users/12/ann`, and the picture `…/users/flair/12.png`.
  static let stackExchange = ProfileAddress(places: ["/users/flair/", "/users/"], isNumbered: true)
  /// `https://github.com/ann`
  static let gitHub = ProfileAddress(
    places: ["/github.com/", "/www.github.com/"], isLast: true)
  /// `https://social.example/@ann`, in texts of any kind of site.
  static let signed = ProfileAddress(places: ["/@"])
  static let slack = ProfileAddress(places: [".slack.com/files/", ".slack.com/team/"])

  /// A text without the names:
  /// `https://x.slack.com/files/ann/F06/a.png` → `https://x.slack.com/files/-/F06/a.png`.
  func masked(in text: [UInt8]) -> [UInt8] {
    let names = Redaction.all(in: text) { index in
      start(ofNameIn: text, at: index).map { start in
        Redaction(range: start..<end(ofNameIn: text, from: start), replacement: "-")
      }
    }
    return names.applied(to: text)
  }

  func masked(in text: String) -> String {
    String(decoding: masked(in: Array(text.utf8)), as: UTF8.self)
  }

  /// Whether an address leads to somebody.
  func isOne(_ address: String) -> Bool {
    let bytes = Array(address.utf8)
    return bytes.indices.contains { start(ofNameIn: bytes, at: $0) != nil }
  }

  /// Where the name begins when one of the places stands at an index and a name behind it.
  private func start(ofNameIn text: [UInt8], at index: Int) -> Int? {
    guard text[index] == UInt8(ascii: "/") || text[index] == UInt8(ascii: "."),
      let place = places.first(where: { text.has($0, at: index) })
    else { return nil }
    let start = index + place.utf8CodeUnitCount
    let end = end(ofNameIn: text, from: start)
    if isLast, text.at(end) == UInt8(ascii: "/"), text.isWord(at: end + 1) { return nil }
    return end > start ? start : nil
  }

  /// `12/ann` is one name where a number stands before it.
  private func end(ofNameIn text: [UInt8], from start: Int) -> Int {
    if !isNumbered { return ProfileAddress.endOfWord(in: text, from: start) }
    let number = text.end(from: start, while: ByteClass.isDigit)
    guard number > start, text.at(number) == UInt8(ascii: "/") else { return number }
    return ProfileAddress.endOfWord(in: text, from: number + 1)
  }

  /// Names have letters, also encoded ones, and on another server are `ann@social.example`; a dot at
  /// the end is the sentence's.
  private static func endOfWord(in text: [UInt8], from start: Int) -> Int {
    var end = text.end(from: start, while: isPart, or: WordScalar.isLetter)
    while end > start, text[end - 1] == UInt8(ascii: ".") { end -= 1 }
    return end
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    ByteClass.isASCIIWord(byte) || "-.%@+~".utf8.contains(byte)
  }
}
