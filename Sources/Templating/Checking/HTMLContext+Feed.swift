internal import Basics

/// A fault in literal text, with its offset.
struct FeedFault {
  var offset: Int
  var fault: Fault
}

extension HTMLContext {
  /// Goes on over literal text; the first fault found is returned, reading goes on to the end.
  mutating func feed(_ bytes: [UInt8]) -> FeedFault? {
    guard format == .html else { return nil }
    var first: FeedFault?
    for (offset, byte) in bytes.enumerated() {
      if let fault = step(byte), first == nil { first = FeedFault(offset: offset, fault: fault) }
    }
    return first
  }

  private mutating func step(_ byte: UInt8) -> Fault? {
    switch state {
    case .text: stepText(byte)
    case .tagOpen: stepTagOpen(byte)
    case .tagName: return stepTagName(byte)
    case .inTag: return stepInTag(byte)
    case .attributeName: return stepAttributeName(byte)
    case .afterAttributeName: return stepAfterAttributeName(byte)
    case .beforeValue: return stepBeforeValue(byte)
    case .quotedValue: return stepQuotedValue(byte)
    case .unquotedValue: return stepUnquotedValue(byte)
    case .comment: stepComment(byte)
    case .declaration: if byte == UInt8(ascii: ">") { state = .text }
    case .escapableText, .rawText: return stepRawText(byte)
    }
    return nil
  }

  // MARK: Text

  private mutating func stepText(_ byte: UInt8) {
    stepReference(byte)
    if byte == UInt8(ascii: "<") {
      state = .tagOpen
      pending = []
      inReference = false
    }
  }

  private mutating func stepReference(_ byte: UInt8) {
    if byte == UInt8(ascii: "&") {
      inReference = true
    } else if !(isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "#")) {
      inReference = false
    }
  }

  private mutating func stepTagOpen(_ byte: UInt8) {
    if pending.isEmpty, byte == UInt8(ascii: "/") {
      pending = [byte]
    } else if isLetter(byte) {
      tag = OpenTag(name: [lowercased(byte)], isEnd: !pending.isEmpty)
      pending = []
      needsBlank = false
      state = .tagName
    } else if byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") || !pending.isEmpty {
      let opensComment = byte == UInt8(ascii: "!") && pending.isEmpty
      pending = opensComment ? [byte] : []
      state = opensComment ? .comment : .declaration
    } else {
      state = byte == UInt8(ascii: "<") ? .tagOpen : .text
    }
  }

  /// `<!--` opens a comment, `<!` and anything else a declaration.
  private mutating func stepComment(_ byte: UInt8) {
    switch (pending, byte) {
    case ([UInt8(ascii: "!")], UInt8(ascii: "-")): pending.append(byte)
    case ([UInt8(ascii: "!"), UInt8(ascii: "-")], UInt8(ascii: "-")): pending = []
    case ([UInt8(ascii: "!")], _), ([UInt8(ascii: "!"), UInt8(ascii: "-")], _):
      pending = []
      state = byte == UInt8(ascii: ">") ? .text : .declaration
    case (_, UInt8(ascii: "-")): if pending.count < 2 { pending.append(byte) }
    case (let dashes, UInt8(ascii: ">")) where dashes.count == 2:
      pending = []
      state = .text
    default: pending = []
    }
  }

  // MARK: Tags

  private mutating func stepTagName(_ byte: UInt8) -> Fault? {
    if isBlank(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") {
      state = .inTag
      needsBlank = true
      return stepInTag(byte)
    }
    tag.name.append(lowercased(byte))
    return nil
  }

  private mutating func stepInTag(_ byte: UInt8) -> Fault? {
    switch byte {
    case UInt8(ascii: ">"): return endTag()
    case UInt8(ascii: "/"): needsBlank = false
    case _ where isBlank(byte): needsBlank = false
    default:
      let fault =
        needsBlank
        ? Fault("a blank is missing before this", code: TemplatingCodes.unevenContext) : nil
      state = .attributeName
      attribute = [lowercased(byte)]
      needsBlank = false
      return fault
    }
    return nil
  }

  private mutating func stepAttributeName(_ byte: UInt8) -> Fault? {
    switch byte {
    case UInt8(ascii: "="): state = .beforeValue
    case UInt8(ascii: ">"), UInt8(ascii: "/"):
      state = .inTag
      attribute = []
      return stepInTag(byte)
    case _ where isBlank(byte): state = .afterAttributeName
    default: attribute.append(lowercased(byte))
    }
    return nil
  }

  private mutating func stepAfterAttributeName(_ byte: UInt8) -> Fault? {
    if isBlank(byte) { return nil }
    if byte == UInt8(ascii: "=") {
      state = .beforeValue
      return nil
    }
    state = .inTag
    attribute = []
    return stepInTag(byte)
  }

  private mutating func stepBeforeValue(_ byte: UInt8) -> Fault? {
    if isBlank(byte) { return nil }
    if byte == UInt8(ascii: ">") { return endTag() }
    startValue()
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      quote = byte
      state = .quotedValue
    } else {
      state = .unquotedValue
      stepValue(byte)
    }
    return nil
  }

  private mutating func startValue() {
    address = AddressPlace()
    style = StylePlace(isAttribute: true)
    valueKind = AttributeKind(attribute: String(decoding: attribute, as: UTF8.self), tag: tag)
    inReference = false
    pending = []
  }

  private mutating func stepQuotedValue(_ byte: UInt8) -> Fault? {
    guard byte == quote else {
      stepValue(byte)
      return address.takeFault()
    }
    endValue()
    needsBlank = true
    return nil
  }

  private mutating func stepUnquotedValue(_ byte: UInt8) -> Fault? {
    if isBlank(byte) || byte == UInt8(ascii: ">") {
      endValue()
      return stepInTag(byte)
    }
    stepValue(byte)
    return nil
  }

  private mutating func stepValue(_ byte: UInt8) {
    stepReference(byte)
    switch valueKind {
    case .address, .linkAddress, .asset: address.step(byte)
    case .style: style.step(byte)
    case .forbidden, .paint: pending.append(lowercased(byte))
    default: break
    }
  }

  private mutating func endValue() {
    switch attribute {
    case Array("type".utf8): tag.type = pending
    case Array("rel".utf8): tag.rel = pending
    case Array("http-equiv".utf8): tag.httpEquiv = pending
    default: break
    }
    attribute = []
    pending = []
    quote = 0
    inReference = false
    address = AddressPlace()
    style = StylePlace()
    valueKind = .plain
    state = .inTag
  }

  /// At `>`: what the tag turned out to be decides about the values in it.
  private mutating func endTag() -> Fault? {
    let fault = tag.fault
    let isOpening = !tag.isEnd
    attribute = []
    needsBlank = false
    if isOpening, tag.isNamed("title") || tag.isNamed("textarea") {
      state = .escapableText
    } else if isOpening, OpenTag.rawTextNames.contains(where: { tag.isNamed($0) }) {
      state = .rawText
      style = StylePlace()
      json = JSONPlace()
    } else {
      state = .text
      tag = OpenTag()
    }
    pending = []
    return fault
  }

  // MARK: Raw text

  /// Only `</name` ends the text of such an element.
  private mutating func stepRawText(_ byte: UInt8) -> Fault? {
    let end = [UInt8(ascii: "<"), UInt8(ascii: "/")] + tag.name
    if state == .escapableText { stepReference(byte) }
    if pending == end, isBlank(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") {
      let name = tag.name
      tag = OpenTag(name: name, isEnd: true)
      (style, json, pending, inReference) = (StylePlace(), JSONPlace(), [], false)
      state = .inTag
      return stepInTag(byte)
    }
    style.step(byte)
    json.step(byte)
    let longer = pending + [lowercased(byte)]
    pending = end.starts(with: longer) ? longer : (byte == UInt8(ascii: "<") ? [byte] : [])
    return nil
  }
}

extension OpenTag {
  static let rawTextNames: [StaticString] = [
    "script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext",
  ]

  /// What the finished tag forbids about the values written in it.
  fileprivate var fault: Fault? {
    if isNamed("link"), hasForeignAddress, !isHarmlessLink {
      return Fault(
        "this `link` may load a style or a script: its address must be a file of this site",
        code: TemplatingCodes.address, fix: "write the address out, or use an asset of the model")
    }
    if isNamed("meta"), hasDynamicContent, httpEquiv != nil {
      return Fault(
        "a `meta http-equiv` cannot hold a value", code: TemplatingCodes.context)
    }
    return nil
  }

  private var isHarmlessLink: Bool {
    guard let rel else { return false }
    let harmless = [
      "canonical", "alternate", "next", "prev", "author", "license", "help", "search", "me",
      "icon", "apple-touch-icon", "shortlink",
    ]
    let words = rel.split(whereSeparator: isBlank)
    return !words.isEmpty
      && words.allSatisfy { word in harmless.contains { $0.utf8.elementsEqual(word) } }
  }

  /// Whether a script element holds data and not code.
  var isJSONScript: Bool {
    guard let type else { return false }
    return [
      "application/json", "application/ld+json", "importmap", "speculationrules",
    ].contains { $0.utf8.elementsEqual(type) }
  }
}
