/// Where in the HTML a point of a template stands; driven by the literal text before it.
///
/// The states are those of the HTML tokenizer, as few as decide how a value must be escaped.
struct HTMLContext: Sendable, Equatable {
  enum State: Sendable, Equatable {
    case text
    /// After `<`.
    case tagOpen
    case tagName
    /// Between attributes.
    case inTag
    case attributeName
    case afterAttributeName
    /// After `=`.
    case beforeValue
    case quotedValue
    case unquotedValue
    /// `<!-- … -->`
    case comment
    /// `<!DOCTYPE …>`, `<?…>`, `</ …>`
    case declaration
    /// Inside `title` and `textarea`: references count, tags do not.
    case escapableText
    /// Inside `script`, `style` and the like: nothing counts but their end.
    case rawText
  }

  let format: TemplateFormat
  var state = State.text
  var tag = OpenTag()
  var attribute: [UInt8] = []
  var quote: UInt8 = 0
  var valueKind = AttributeKind.plain
  /// A blank must come before the next attribute.
  var needsBlank = false
  /// The bytes since a `<` or `&` or `-` whose meaning is not yet decided.
  var pending: [UInt8] = []
  /// A character reference has begun and not ended.
  var inReference = false
  var address = AddressPlace()
  var style = StylePlace()
  var json = JSONPlace()
  /// How many `svg` and `math` are open, where a parser knows no element whose content is text only.
  var foreignDepth = 0

  init(_ format: TemplateFormat) {
    self.format = format
  }

  var isText: Bool { format == .text || state == .text }

  /// What is wrong when a template ends here.
  var unfinished: String? {
    format == .text || (state == .text && !inReference) ? nil : "the template ends \(spoken)"
  }

  /// `in text`, `inside the attribute `href`` for messages.
  var spoken: String {
    let element = String(decoding: tag.name, as: UTF8.self)
    switch state {
    case .text: return "in text"
    case .tagOpen: return "right behind `<`"
    case .tagName, .inTag, .attributeName, .afterAttributeName:
      return "inside the tag `<\(element)>`"
    case .beforeValue, .quotedValue, .unquotedValue:
      return "inside the attribute `\(String(decoding: attribute, as: UTF8.self))`"
    case .comment: return "inside a comment"
    case .declaration: return "inside a declaration"
    case .escapableText, .rawText: return "inside `<\(element)>`"
    }
  }

  // MARK: Meeting points

  /// The same point where a branch, loop or block may begin or end: a name that the literal text
  /// has begun is taken to be complete.
  var settled: HTMLContext {
    var result = self
    switch state {
    case .tagName, .attributeName, .afterAttributeName:
      result.state = .inTag
      result.attribute = []
      result.needsBlank = true
    default: break
    }
    return result
  }

  /// Whether two ways through a template may meet.
  func endsLike(_ other: HTMLContext) -> Bool {
    var (left, right) = (settled, other.settled)
    left.needsBlank = false
    right.needsBlank = false
    return left == right
  }

  func merged(with other: HTMLContext) -> HTMLContext {
    var result = settled
    result.needsBlank = result.needsBlank || other.settled.needsBlank
    return result
  }
}

/// The tag that is open, or the element whose text is being read.
struct OpenTag: Sendable, Equatable {
  var name: [UInt8] = []
  var isEnd = false
  /// The values of `type` and `rel` and `http-equiv`, in small letters, as far as they are literal.
  var type: [UInt8]?
  var rel: [UInt8]?
  var httpEquiv: [UInt8]?
  /// An address that is not a file of this site was written in `link href`.
  var hasForeignAddress = false
  /// A value was written in `meta content`.
  var hasDynamicContent = false
  /// A `/` stands last in it.
  var isSelfClosing = false

  func isNamed(_ name: StaticString) -> Bool {
    name.withUTF8Buffer { self.name.elementsEqual($0) }
  }
}
