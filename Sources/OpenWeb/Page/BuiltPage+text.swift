internal import Basics

extension BuiltPage {
  /// What a reader sees between tokens, without comments, scripts and style sheets.
  ///
  /// `<p>a &amp; <b>b</b><style>p {}</style></p>` → `a & b`
  package func text(of tokens: Range<Int>) -> String {
    var bytes: [UInt8] = []
    for index in tokens {
      let token = self.tokens[index]
      if token.kind == .characterData {
        bytes += source.bytes[token.range].dropFirst(9).dropLast(3)
      }
      bytes += text(after: index, in: content(of: token))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private enum Content {
    case text, rawText, hidden
  }

  private func content(of token: PageToken) -> Content {
    guard token.kind == .startTag, !token.isForeign else { return .text }
    return switch token.element {
    case .script, .style, .iframe, .noembed, .noframes: .hidden
    case .xmp, .plaintext: .rawText
    default: .text
    }
  }

  private func text(after index: Int, in content: Content) -> [UInt8] {
    let raw = source.bytes[rawText(after: index)]
    return switch content {
    case .text: CharacterReferences.decoded(raw, inAttribute: false)
    case .rawText: Array(raw)
    case .hidden: []
    }
  }
}
