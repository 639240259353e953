internal import Basics

/// The part of O8 about accessibility that can be told from the markup alone; warnings.
enum AccessibilityRule {
  static let codes = [
    OpenWebCodes.noLanguage, OpenWebCodes.noTitle, OpenWebCodes.noAlternative,
    OpenWebCodes.namelessLink, OpenWebCodes.skippedHeading,
  ]

  static func inspect(_ inspection: inout Inspection) {
    guard inspection.page.syntax == .html else { return }
    var reading = AccessibilityReading()
    for index in inspection.page.tokens.indices { reading.take(index, &inspection) }
    if !reading.hasTitle {
      inspection.warn(
        OpenWebCodes.noTitle, "the page has no title", at: inspection.page.head,
        fix: "add a `title` to the head")
    }
  }
}

extension ElementName {
  /// Whether the rule looks at these; most elements it passes over.
  fileprivate var bearsWords: Bool {
    switch self {
    case .html, .title, .img, .svg, .a, .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }

  /// 1 for `h1` … 6.
  fileprivate var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }
}

/// What has been read of a page so far.
private struct AccessibilityReading {
  var hasTitle = false
  /// The level of the last heading.
  private var level = 0
  /// The link whose end has not come, and whether it has words.
  private var link: (token: PageToken, hasWords: Bool)?

  mutating func take(_ index: Int, _ inspection: inout Inspection) {
    let token = inspection.page.tokens[index]
    if token.kind == .startTag, token.element.bearsWords {
      takeStart(token, index, &inspection)
    } else if token.kind == .endTag, token.element == .a {
      closeLink(&inspection)
    }
    if link != nil, hasText(after: index, inspection.page) { link?.hasWords = true }
  }

  private mutating func takeStart(
    _ token: PageToken, _ index: Int, _ inspection: inout Inspection
  ) {
    let page = inspection.page
    switch token.element {
    case .html where page.value(.lang, of: token) ?? "" == "":
      inspection.warn(
        OpenWebCodes.noLanguage, "the page does not say its language", at: token.range,
        fix: "add `lang`")
    case .title where !token.isForeign: hasTitle = hasTitle || hasText(after: index, page)
    case .img, .svg: takeImage(token, index, &inspection)
    case .a where page.attribute(.href, of: token) != nil:
      closeLink(&inspection)
      link = (token, isNamed(token, page) || page.value(.title, of: token) ?? "" != "")
    case .h1, .h2, .h3, .h4, .h5, .h6: takeHeading(token, &inspection)
    default: break
    }
  }

  private mutating func takeImage(
    _ token: PageToken, _ index: Int, _ inspection: inout Inspection
  ) {
    let page = inspection.page
    if token.element == .img, let words = page.attribute(.alt, of: token) {
      if !words.valueRange.isEmpty { link?.hasWords = true }
      return
    }
    if isNamed(token, page) {
      link?.hasWords = true
      return
    }
    let isHidden = token.element == .svg && !page.has(.role, of: token, equalTo: "img")
    let next = index + 1 < page.tokens.count ? page.tokens[index + 1] : nil
    guard !isHidden, next?.element != .title else { return }
    inspection.warn(
      OpenWebCodes.noAlternative, "`\(page.name(of: token))` has no words for who cannot see it",
      at: token.range, fix: token.element == .img ? "add `alt`" : "add a `title`")
  }

  private mutating func takeHeading(_ token: PageToken, _ inspection: inout Inspection) {
    let next = token.element.headingLevel ?? level
    if next > level + 1 {
      let name = inspection.page.name(of: token)
      inspection.warn(
        OpenWebCodes.skippedHeading,
        level == 0 ? "the first heading is an `\(name)`" : "an `\(name)` follows an `h\(level)`",
        at: token.range, fix: "make it an `h\(level + 1)`")
    }
    level = next
  }

  private mutating func closeLink(_ inspection: inout Inspection) {
    if let link, !link.hasWords {
      inspection.warn(
        OpenWebCodes.namelessLink, "the link has no words", at: link.token.range,
        fix: "put text into it")
    }
    link = nil
  }

  private func isNamed(_ token: PageToken, _ page: BuiltPage) -> Bool {
    [.ariaLabel, .ariaLabelledBy].contains { page.value($0, of: token) ?? "" != "" }
  }

  private func hasText(after index: Int, _ page: BuiltPage) -> Bool {
    page.source.bytes[page.rawText(after: index)].contains { !isSpace($0) }
  }
}
