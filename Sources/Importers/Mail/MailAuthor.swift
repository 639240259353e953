/// Who wrote a mail, also where the list put its own address into `From`, as it must for senders
/// whose hosts forbid others to forward in their name (DMARC).
struct MailAuthor: Sendable {
  /// Headers that it is told from, in lower case.
  static let headers: Set<String> = [
    "from", "sender", "reply-to", "x-original-from", "list-id", "list-post",
  ]
  private static let sign = " via "

  /// nil where no header holds an address. Of somebody of whom only a name is left the address is
  /// that name, in lower case.
  let address: MailAddress?

  /// `header` gives the value of a header by its name in lower case.
  init(_ header: (String) -> [UInt8]?) {
    guard let from = (header("from") ?? header("sender")).flatMap({ MailAddress($0) }) else {
      address = nil
      return
    }
    let list = MailAuthor.listAddress(header)
    let name = MailAuthor.name(of: from)
    let end = name.firstRange(of: MailAuthor.sign)?.lowerBound
    guard end != nil || MailAuthor.isList(from, list) else {
      address = from
      return
    }
    let own = MailAuthor.trimmed(name[..<(end ?? name.endIndex)])
    var author = MailAuthor.stated(header, besides: list) ?? from
    if author.address == from.address, !own.isEmpty { author.address = own.lowercased() }
    author.name = Array(own.utf8)
    address = author
  }

  /// The name, decoded where a sign in it must be looked for.
  private static func name(of from: MailAddress) -> String {
    MailText.hasEncodedWords(from.name)
      ? MailText.decodedHeader(from.name) : String(decoding: from.name, as: UTF8.self)
  }

  /// The address that the list or its programs kept of the sender.
  private static func stated(
    _ header: (String) -> [UInt8]?, besides list: String?
  ) -> MailAddress? {
    for value in [header("x-original-from"), header("reply-to")] {
      let addresses = (value ?? []).split(separator: UInt8(ascii: ","))
      let found = addresses.lazy.compactMap { MailAddress(Array($0)) }.first { !isList($0, list) }
      if let found { return found }
    }
    return nil
  }

  /// `club@lists.example.org` by `List-Post: <mailto:club@lists.example.org>`, else with a dot for
  /// the sign by `List-Id: Club <club.lists.example.org>`.
  private static func listAddress(_ header: (String) -> [UInt8]?) -> String? {
    if let post = header("list-post"),
      let start = post.indices.first(where: { post.has("mailto:", at: $0) })
    {
      let address = post[(start + 7)...].prefix { $0 != 0x3E && $0 != 0x3F && !isWhiteSpace($0) }
      return String(decoding: address, as: UTF8.self).lowercased()
    }
    return header("list-id").flatMap(MailContext.listID)
  }

  private static func isList(_ address: MailAddress, _ list: String?) -> Bool {
    address.address == list || address.address.replacing("@", with: ".") == list
  }

  private static func trimmed(_ name: Substring) -> String {
    let isEdge = { (character: Character) in
      character.isWhitespace || character == "'" || character == "\""
    }
    return String(name.drop(while: isEdge).reversed().drop(while: isEdge).reversed())
  }
}
