/// What a tag of an export's HTML means, as its importer knows.
package enum TagMeaning: Sendable, Equatable {
  /// It names somebody: `<span class="user-mention" data-user-id="7">`. The pseudonym, nil when
  /// nobody knows whose name it is; and whether the member counts as spoken to.
  case person(String?, counts: Bool = true)
  /// It leads to somebody's page: the words stay, the address does not.
  case profile
  /// It and what stands in it belong to the platform, or repeat another message.
  case dropped
  case ordinary
}

/// Reduces HTML to what people wrote: elements that carry meaning, links to the web, and no other
/// attribute, so that neither an avatar nor a `data-` attribute tells who somebody is.
struct HTMLReduction {
  private static let kept: Set<String> = [
    "p", "br", "hr", "strong", "b", "em", "i", "u", "s", "del", "ins", "sub", "sup", "code", "pre",
    "kbd", "blockquote", "ul", "ol", "li", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6",
    "table", "thead", "tbody", "tr", "th", "td", "a", "details", "summary",
  ]
  /// These end a word when they are left out.
  private static let blocks: Set<String> = [
    "div", "section", "article", "aside", "header", "footer", "figure", "figcaption", "center",
  ]
  private static let empty: Set<String> = ["br", "hr", "img", "input", "wbr", "meta", "link"]
  /// Bytes of a name's element that are shown to the importer.
  private static let longestName = 300
  private static let mostPiecesOfName = 12

  private(set) var html: [UInt8] = []
  /// Addresses of the web that the text links to, in order, each once.
  private(set) var links: [String] = []
  /// Members that tags name, in order, each once.
  private(set) var mentions: [String] = []
  private var openLinks: [Bool] = []
  /// The element that is being left out, and how deep in it reading is.
  private var omitted: (name: String, depth: Int)?

  /// `meaning` is given each start tag and the words in it.
  init(_ source: [UInt8], meaning: (HTMLTag, _ words: String) -> TagMeaning) {
    html.reserveCapacity(source.count)
    var pieces = HTMLPieces(source)
    while let piece = pieces.next() {
      if let omitted {
        skip(piece, omitted)
        continue
      }
      switch piece {
      case .text(let text): html += text
      case .end(let name): close(name)
      case .start(let tag): open(tag, meaning(tag, HTMLReduction.words(after: pieces, tag)))
      }
    }
  }

  private mutating func open(_ tag: HTMLTag, _ meaning: TagMeaning) {
    switch meaning {
    case .person(let member, let counts):
      html += "@\(member ?? "someone")".utf8
      if let member, counts, !mentions.contains(member) { mentions.append(member) }
      omit(tag.name)
    case .dropped: omit(tag.name)
    case .profile, .ordinary: write(tag, isProfile: meaning == .profile)
    }
  }

  private mutating func omit(_ name: String) {
    if !HTMLReduction.empty.contains(name) { omitted = (name, 1) }
  }

  private mutating func skip(_ piece: HTMLPiece, _ element: (name: String, depth: Int)) {
    var depth = element.depth
    switch piece {
    case .text: return
    case .start(let tag): if tag.name == element.name { depth += 1 }
    case .end(let name): if name == element.name { depth -= 1 }
    }
    omitted = depth == 0 ? nil : (element.name, depth)
  }

  private mutating func write(_ tag: HTMLTag, isProfile: Bool) {
    if tag.name == "img" { return writePicture(tag) }
    if tag.name == "a" { return openLink(tag, isProfile: isProfile) }
    if HTMLReduction.blocks.contains(tag.name) { html.append(UInt8(ascii: "\n")) }
    if HTMLReduction.kept.contains(tag.name) { html += "<\(tag.name)>".utf8 }
  }

  /// A picture's text, such as `:smile:`; never its address.
  private mutating func writePicture(_ tag: HTMLTag) {
    if let text = tag["alt"] { html += HTMLReduction.escaped(text.utf8) }
  }

  private mutating func openLink(_ tag: HTMLTag, isProfile: Bool) {
    guard !isProfile, let address = tag["href"], HTMLReduction.isOfTheWeb(address) else {
      openLinks.append(false)
      return
    }
    if !links.contains(address) { links.append(address) }
    html += "<a href=\"".utf8
    html += HTMLReduction.escaped(address.utf8)
    html += "\">".utf8
    openLinks.append(true)
  }

  private mutating func close(_ name: String) {
    if name == "a" {
      if openLinks.popLast() == true { html += "</a>".utf8 }
    } else if HTMLReduction.kept.contains(name), !HTMLReduction.empty.contains(name) {
      html += "</\(name)>".utf8
    } else if HTMLReduction.blocks.contains(name) {
      html.append(UInt8(ascii: "\n"))
    }
  }

  /// Scheme http or https and a host without credentials.
  private static func isOfTheWeb(_ address: String) -> Bool {
    let bytes = Array(address.utf8)
    guard bytes.has("https://", at: 0) || bytes.has("http://", at: 0) else { return false }
    let host = bytes.drop { $0 != UInt8(ascii: "/") }.dropFirst(2).prefix {
      !"/?#".utf8.contains($0)
    }
    return !host.isEmpty && !host.contains(UInt8(ascii: "@")) && bytes.allSatisfy { $0 > 0x20 }
  }

  private static func escaped(_ text: some Sequence<UInt8>) -> [UInt8] {
    text.flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "&"): Array("&amp;".utf8)
      case UInt8(ascii: "<"): Array("&lt;".utf8)
      case UInt8(ascii: ">"): Array("&gt;".utf8)
      case UInt8(ascii: "\""): Array("&quot;".utf8)
      default: [byte]
      }
    }
  }

  /// The words between a tag that may name somebody and its end.
  private static func words(after pieces: HTMLPieces, _ tag: HTMLTag) -> String {
    guard tag.name == "a" || tag.name == "span" else { return "" }
    var words: [UInt8] = []
    var depth = 1
    var ahead = pieces
    // A name is short; without this limit tags that are never closed would be read over and over.
    for _ in 0..<mostPiecesOfName {
      guard words.count < longestName, let piece = ahead.next() else { break }
      switch piece {
      case .text(let text): words += text.prefix(longestName)
      case .start(let inner): if inner.name == tag.name { depth += 1 }
      case .end(let name): if name == tag.name { depth -= 1 }
      }
      if depth == 0 { break }
    }
    return String(decoding: CharacterReference.decoded(words), as: UTF8.self)
  }
}
