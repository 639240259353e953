internal import Basics
internal import MarkdownHTML
internal import Templating

/// A text of front matter or of a block with values in it: `Posts in {{ row.room }}`.
struct PageText: Sendable {
  private enum Piece: Sendable {
    case text(String)
    case value(InlineExpression)
  }

  private var pieces: [Piece] = []
  /// Where the text stands.
  private let excerpt: SourceExcerpt

  /// Fails where one of its values cannot be understood.
  init(
    _ text: String, at excerpt: SourceExcerpt, _ functions: [HostFunction], _ wording: Wording,
    values: RecordModel = InlineExpression.noValues
  ) throws(TemplateError) {
    self.excerpt = excerpt
    let bytes = Array(text.utf8)
    let source = SourceText(file: excerpt.location.file, bytes: bytes)
    var at = 0
    for range in PageText.values(in: bytes) {
      pieces.append(.text(String(decoding: bytes[at..<range.lowerBound], as: UTF8.self)))
      let inner = range.lowerBound + 2..<range.upperBound - 2
      if PageText.calculates(bytes[inner]) {
        throw TemplateError(
          Diagnostic(
            SiteBuildCodes.revealingQuery, "a value in this text calculates", at: excerpt,
            fix: "work it out in a query, which is held against the rule about few people"))
      }
      do throws(TemplateError) {
        pieces.append(
          .value(
            try InlineExpression(
              source, range: inner, functions: functions, wording: wording, values: values,
              none: wording(.none))))
      } catch {
        throw error.moved(to: excerpt)
      }
      at = range.upperBound
    }
    pieces.append(.text(String(decoding: bytes[at...], as: UTF8.self)))
  }

  /// The text with its values, as plain text.
  func text(
    of values: TemplateValue = .record([]), _ functions: [HostFunction] = []
  ) throws(TemplateError) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let plain): text += plain
      case .value(let expression):
        do throws(TemplateError) {
          text += try expression.text(of: values, functions: functions)
        } catch {
          throw error.moved(to: excerpt)
        }
      }
    }
    return text
  }

  /// Whether there is an operator outside of quotes: what is calculated here nobody would look at.
  private static func calculates(_ expression: ArraySlice<UInt8>) -> Bool {
    var quote: UInt8?
    for byte in expression {
      if let mark = quote {
        if byte == mark { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if "-+*/%".utf8.contains(byte) {
        return true
      }
    }
    return false
  }

  static func hasValues(_ text: String) -> Bool { text.contains("{{") }

  /// From each `{{` to its `}}`, texts in quotes skipped.
  private static func values(in bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    var quote: UInt8?
    var at = 0
    while at + 1 < bytes.count {
      let pair = (bytes[at], bytes[at + 1])
      if let open = start {
        if let mark = quote {
          if bytes[at] == mark { quote = nil }
        } else if bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") {
          quote = bytes[at]
        } else if pair == (UInt8(ascii: "}"), UInt8(ascii: "}")) {
          found.append(open..<at + 2)
          start = nil
          at += 1
        }
      } else if pair == (UInt8(ascii: "{"), UInt8(ascii: "{")) {
        start = at
        at += 1
      }
      at += 1
    }
    return found
  }
}

extension TemplateError {
  /// The same about the place where a text was written, since it may have been written with escapes.
  fileprivate func moved(to excerpt: SourceExcerpt) -> TemplateError {
    TemplateError(
      Diagnostic(
        diagnostic.code, diagnostic.message, at: excerpt, fix: diagnostic.fix,
        notes: diagnostic.notes))
  }
}
