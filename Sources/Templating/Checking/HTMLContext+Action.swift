internal import Basics

extension HTMLContext {
  /// The escaper for a value written here, or why none makes it safe; the context goes on after it.
  mutating func action(_ type: StaticType) -> Result<Escaper, Fault> {
    guard format == .html else { return .success(.plain) }
    if inReference {
      return unsafe("a value cannot follow an unfinished `&…` reference", fix: "write `&amp;`")
    }
    switch state {
    case .text: return .success(.text)
    case .escapableText: return plain(type)
    case .quotedValue: return attributeAction(type)
    case .rawText: return rawTextAction(type)
    case .beforeValue, .unquotedValue:
      return unsafe(
        "a value cannot stand in an attribute without quotes", fix: "put it in `\"…\"`")
    case .tagOpen, .tagName: return unsafe("a value cannot stand in the name of a tag")
    case .inTag, .attributeName, .afterAttributeName:
      return unsafe(
        "a value cannot stand in the name of an attribute",
        fix: "write the attribute inside `{% if … %}`")
    case .comment: return unsafe("a value cannot stand in a comment", fix: "use `{# … #}`")
    case .declaration: return unsafe("a value cannot stand in a declaration")
    }
  }

  func unsafe(_ message: String, fix: String? = nil) -> Result<Escaper, Fault> {
    .failure(Fault(message, code: TemplatingCodes.context, fix: fix))
  }

  func unsafeAddress(_ message: String, fix: String? = nil) -> Result<Escaper, Fault> {
    .failure(Fault(message, code: TemplatingCodes.address, fix: fix))
  }

  func plain(_ type: StaticType) -> Result<Escaper, Fault> {
    type == .html
      ? unsafe("markup can stand in text only", fix: "use plain text, or `|striptags`")
      : .success(.attribute)
  }

  // MARK: Attributes

  mutating func attributeAction(_ type: StaticType) -> Result<Escaper, Fault> {
    defer { style.noteAction() }
    let name = String(decoding: attribute, as: UTF8.self)
    switch valueKind {
    case .plain:
      if name == "content" { tag.hasDynamicContent = true }
      return plain(type)
    case .address: return addressAction(type)
    case .linkAddress:
      if type != .asset { tag.hasForeignAddress = true }
      return addressAction(type)
    case .asset: return assetAction(type, name)
    case .style: return styleAction(type)
    case .paint: return paintAction(type, name)
    case .event: return unsafe("a value cannot stand in the event handler `\(name)`")
    case .forbidden:
      return unsafe("the attribute `\(name)` cannot hold a value here")
    case .unknown:
      return unsafe(
        "`\(name)` is not a known attribute of `<\(String(decoding: tag.name, as: UTF8.self))>`",
        fix: "use a `data-` attribute")
    }
  }

  mutating func addressAction(_ type: StaticType) -> Result<Escaper, Fault> {
    if type == .html { return plain(type) }
    switch address.noteAction() {
    case .start: return .success(.addressStart)
    case .path: return .success(.addressPath)
    case .query: return .success(.addressQuery)
    case .undecided:
      return unsafeAddress(
        "what stands before the value could become part of a scheme",
        fix: "begin the address with `/`, `./` or a whole scheme")
    case .afterStart:
      return unsafeAddress(
        "a value follows the value that begins the address",
        fix: "write `/`, `?` or `#` between them")
    }
  }

  mutating func assetAction(_ type: StaticType, _ name: String) -> Result<Escaper, Fault> {
    guard type == .asset || type == .any else {
      return unsafeAddress(
        "`\(name)` of `<\(String(decoding: tag.name, as: UTF8.self))>` takes only a file of this site",
        fix: "write it out, or use an asset of the page's model")
    }
    let isList = name.hasSuffix("srcset")
    guard address.isAtStart || (isList && address.isAfterComma) else {
      return unsafeAddress("the file must be the whole address")
    }
    if !isList { _ = address.noteAction() }
    return .success(.asset)
  }

  func styleAction(_ type: StaticType) -> Result<Escaper, Fault> {
    guard style.isValuePlace else {
      return unsafe(
        "a value can stand only where a property's value is", fix: "write `property: {{ value }}`")
    }
    return styleValue(type)
  }

  func styleValue(_ type: StaticType) -> Result<Escaper, Fault> {
    guard type == .style || type == .integer || type == .number || type == .any else {
      return unsafe(
        "\(type.spoken) cannot stand in a style",
        fix: "use a number, or a style value of the page's model")
    }
    return .success(.style)
  }

  func paintAction(_ type: StaticType, _ name: String) -> Result<Escaper, Fault> {
    guard pending.isEmpty else {
      return unsafe("`\(name)` must hold the value and nothing else")
    }
    return styleValue(type)
  }

  // MARK: Elements

  mutating func rawTextAction(_ type: StaticType) -> Result<Escaper, Fault> {
    guard pending.isEmpty else { return unsafe("a value cannot stand in the end of a tag") }
    if tag.isNamed("style") {
      defer { style.noteAction() }
      return styleAction(type)
    }
    guard tag.isNamed("script") else {
      return unsafe("a value cannot stand \(spoken)")
    }
    guard tag.isJSONScript else {
      return unsafe(
        "a value cannot stand in a script",
        fix: "put it in a `data-` attribute or in `<script type=\"application/json\">`")
    }
    guard type == .json || type == .any else {
      return unsafe("\(type.spoken) is not JSON", fix: "write `|tojson`")
    }
    guard !json.inString else {
      return unsafe(
        "a value cannot stand inside a JSON string", fix: "drop the quotes: `|tojson` writes them")
    }
    return .success(.json)
  }
}
