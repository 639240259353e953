/// The addresses under which a platform shows people's profiles or files: what follows one of some
/// places is a person's name.
struct ProfileAddress: Sendable {
  /// In lower case: `/u/`.
  let places: [StaticString]

  /// `https://forum.example.org/u/ann/summary`
  static let discourse = ProfileAddress(places: ["/u/", "/users/"])
  /// `https://social.example/@ann`, and what other programs of the Fediverse write.
  static let fediverse = ProfileAddress(places: ["/@", "/u/", "/users/"])
  static let slack = ProfileAddress(places: [".slack.com/files/", ".slack.com/team/"])

  /// A text without the names:
  /// `https://x.slack.com/files/ann/F06/a.png` → `https://x.slack.com/files/-/F06/a.png`.
  func masked(in text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      guard let start = start(ofNameIn: text, at: index) else {
        output.append(text[index])
        index += 1
        continue
      }
      output += text[index..<start]
      output.append(UInt8(ascii: "-"))
      index = ProfileAddress.end(ofNameIn: text, from: start)
    }
    return output
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
    return ProfileAddress.end(ofNameIn: text, from: start) > start ? start : nil
  }

  /// Names have letters, also encoded ones, and on another server are `ann@social.example`; a dot at
  /// the end is the sentence's.
  private static func end(ofNameIn text: [UInt8], from start: Int) -> Int {
    var end = text.end(from: start, while: isPart, or: WordScalar.isLetter)
    while end > start, text[end - 1] == UInt8(ascii: ".") { end -= 1 }
    return end
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    ByteClass.isASCIIWord(byte) || "-.%@+~".utf8.contains(byte)
  }
}
