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

  mutating func step(_ byte: UInt8) -> Fault? {
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

  mutating func stepText(_ byte: UInt8) {
    stepReference(byte)
    if byte == UInt8(ascii: "<") {
      state = .tagOpen
      pending = []
      inReference = false
    }
  }

  mutating func stepReference(_ byte: UInt8) {
    if byte == UInt8(ascii: "&") {
      inReference = true
    } else if !(isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "#")) {
      inReference = false
    }
  }

  mutating func stepTagOpen(_ byte: UInt8) {
    if pending.isEmpty, byte == UInt8(ascii: "/") {
      pending = [byte]
    } else if isLetter(byte) {
      tag = OpenTag(name: [lowercased(byte)], isEnd: !pending.isEmpty)
      pending = []
      needsBlank = false
      state = .tagName
    } else if byte == UInt8(ascii: ">"), !pending.isEmpty {
      pending = []
      state = .text
    } else if byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") || !pending.isEmpty {
      let opensComment = byte == UInt8(ascii: "!") && pending.isEmpty
      pending = opensComment ? [byte] : []
      state = opensComment ? .comment : .declaration
    } else {
      state = .text
      stepText(byte)
    }
  }

  /// `<!--` opens a comment, `<!` and anything else a declaration. `pending` is what has been read of
  /// `!--` and then of `-->`; the `<` in it stands for a comment that has just begun.
  mutating func stepComment(_ byte: UInt8) {
    let dash = UInt8(ascii: "-")
    switch (pending, byte) {
    case ([UInt8(ascii: "!")], dash): pending.append(byte)
    case ([UInt8(ascii: "!"), dash], dash): pending = [UInt8(ascii: "<")]
    case ([UInt8(ascii: "!")], _), ([UInt8(ascii: "!"), dash], _):
      pending = []
      state = byte == UInt8(ascii: ">") ? .text : .declaration
    case ([UInt8(ascii: "<")], dash): pending.append(byte)
    case ([UInt8(ascii: "<")], UInt8(ascii: ">")), ([UInt8(ascii: "<"), dash], UInt8(ascii: ">")),
      ([dash, dash], UInt8(ascii: ">")), ([dash, dash, UInt8(ascii: "!")], UInt8(ascii: ">")):
      pending = []
      state = .text
    case ([dash, dash], UInt8(ascii: "!")): pending.append(byte)
    case ([UInt8(ascii: "<"), dash], dash), ([dash], dash), ([dash, dash], dash):
      pending = [dash, dash]
    case (_, dash): pending = [dash]
    default: pending = []
    }
  }

  // MARK: Raw text

  /// Only `</name` ends the text of such an element, unless a parser takes it for no such element at
  /// all: inside of `svg`, `math` and `select`. So nothing in it may look like a tag, and the comment
  /// that moves the end of a script is refused.
  mutating func rawTextFault(_ byte: UInt8) -> Fault? {
    if tag.isNamed("script"), foreignDepth == 0 {
      guard pending == Array("<!-".utf8), byte == UInt8(ascii: "-") else { return nil }
      return Fault(
        "`<!--` in a script moves the end of the script", code: TemplatingCodes.context,
        fix: "write `<\\!--` in a string, and comments as `//`")
    }
    guard pending == [UInt8(ascii: "<")], isLetter(byte) else { return nil }
    return Fault(
      "a tag cannot stand \(spoken)", code: TemplatingCodes.context, fix: "write `&lt;`")
  }

  mutating func stepRawText(_ byte: UInt8) -> Fault? {
    let fault = rawTextFault(byte)
    let end = [UInt8(ascii: "<"), UInt8(ascii: "/")] + tag.name
    if state == .escapableText { stepReference(byte) }
    if pending == end, isHTMLBlank(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") {
      let name = tag.name
      tag = OpenTag(name: name, isEnd: true)
      (style, json, pending, inReference) = (StylePlace(), JSONPlace(), [], false)
      state = .inTag
      return stepInTag(byte)
    }
    if tag.isNamed("style") { style.step(byte) }
    if tag.isNamed("script") { json.step(byte) }
    let longer = pending + [lowercased(byte)]
    let goesOn = end.starts(with: longer) || Array("<!-".utf8).starts(with: longer)
    pending = goesOn ? longer : (byte == UInt8(ascii: "<") ? [byte] : [])
    return fault
  }
}

extension OpenTag {
  static let rawTextNames: [StaticString] = [
    "script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext",
  ]

  /// What the finished tag forbids about the values written in it.
  var fault: Fault? {
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
    let words = rel.split(whereSeparator: isHTMLBlank)
    return !words.isEmpty
      && words.allSatisfy { word in harmless.contains { $0.utf8.elementsEqual(word) } }
  }

  /// Whether a script element holds data and not code. An import map says which code is loaded, and
  /// speculation rules what is: no data.
  var isJSONScript: Bool {
    guard let type else { return false }
    return ["application/json", "application/ld+json"].contains { $0.utf8.elementsEqual(type) }
  }
}
