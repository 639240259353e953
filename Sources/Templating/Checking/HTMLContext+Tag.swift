internal import Basics

// Inside tags: names, attributes, values.
extension HTMLContext {
  mutating func stepTagName(_ byte: UInt8) -> Fault? {
    if isHTMLBlank(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") {
      state = .inTag
      needsBlank = true
      return stepInTag(byte)
    }
    tag.name.append(lowercased(byte))
    return nil
  }

  mutating func stepInTag(_ byte: UInt8) -> Fault? {
    switch byte {
    case UInt8(ascii: ">"): return endTag()
    case UInt8(ascii: "/"): (needsBlank, tag.isSelfClosing) = (false, true)
    case _ where isHTMLBlank(byte): (needsBlank, tag.isSelfClosing) = (false, false)
    default:
      tag.isSelfClosing = false
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

  mutating func stepAttributeName(_ byte: UInt8) -> Fault? {
    switch byte {
    case UInt8(ascii: "="): state = .beforeValue
    case UInt8(ascii: ">"), UInt8(ascii: "/"):
      state = .inTag
      attribute = []
      return stepInTag(byte)
    case _ where isHTMLBlank(byte): state = .afterAttributeName
    default: attribute.append(lowercased(byte))
    }
    return nil
  }

  mutating func stepAfterAttributeName(_ byte: UInt8) -> Fault? {
    if isHTMLBlank(byte) { return nil }
    if byte == UInt8(ascii: "=") {
      state = .beforeValue
      return nil
    }
    state = .inTag
    attribute = []
    return stepInTag(byte)
  }

  mutating func stepBeforeValue(_ byte: UInt8) -> Fault? {
    if isHTMLBlank(byte) { return nil }
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

  mutating func startValue() {
    address = AddressPlace()
    style = StylePlace(isAttribute: true)
    valueKind = AttributeKind(attribute: String(decoding: attribute, as: UTF8.self), tag: tag)
    inReference = false
    pending = []
  }

  mutating func stepQuotedValue(_ byte: UInt8) -> Fault? {
    guard byte == quote else {
      stepValue(byte)
      return address.takeFault()
    }
    endValue()
    needsBlank = true
    return nil
  }

  mutating func stepUnquotedValue(_ byte: UInt8) -> Fault? {
    if isHTMLBlank(byte) || byte == UInt8(ascii: ">") {
      endValue()
      return stepInTag(byte)
    }
    stepValue(byte)
    return nil
  }

  mutating func stepValue(_ byte: UInt8) {
    stepReference(byte)
    switch valueKind {
    case .address, .linkAddress, .asset: address.step(byte)
    case .style: style.step(byte)
    case .forbidden, .paint: pending.append(lowercased(byte))
    default: break
    }
  }

  mutating func endValue() {
    switch attribute {
    // Of two attributes with one name the first counts.
    case Array("type".utf8): tag.type = tag.type ?? pending
    case Array("rel".utf8): tag.rel = tag.rel ?? pending
    case Array("http-equiv".utf8): tag.httpEquiv = tag.httpEquiv ?? pending
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
  mutating func endTag() -> Fault? {
    let fault = tag.fault
    let isOpening = !tag.isEnd
    attribute = []
    needsBlank = false
    if tag.isNamed("svg") || tag.isNamed("math") {
      foreignDepth =
        isOpening ? foreignDepth + (tag.isSelfClosing ? 0 : 1) : max(0, foreignDepth - 1)
    }
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
}
