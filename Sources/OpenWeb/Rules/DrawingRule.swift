internal import Basics

extension OpenWebRule {
  /// S3: an SVG file draws and does nothing else.
  ///
  /// Scripts, handlers and addresses elsewhere are found by the rules for all files.
  static let plainDrawings = OpenWebRule(
    id: "S3", title: "SVG files only draw", codes: [OpenWebCodes.activeDrawing]
  ) { inspection in
    guard inspection.page.syntax == .svg else { return }
    for token in inspection.page.tokens {
      guard let what = activity(of: token, in: inspection.page) else { continue }
      inspection.report(
        OpenWebCodes.activeDrawing, "the drawing holds \(what)", at: token.range,
        fix: "save it as plain SVG")
    }
  }
}

private func activity(of token: PageToken, in page: BuiltPage) -> String? {
  switch token.kind {
  case .doctype:
    return page.source.bytes[token.range].contains(UInt8(ascii: "["))
      ? "entities or other declarations of its own" : nil
  case .comment:
    return page.source.bytes[token.range].starts(with: "<?xml-stylesheet".utf8)
      ? "a style sheet by `<?xml-stylesheet?>`" : nil
  case .startTag:
    switch token.element {
    case .foreignobject: return "foreign content"
    case .iframe, .object, .embed, .audio, .video, .form, .input, .link, .meta, .base:
      return "an HTML element, `\(page.name(of: token))`"
    default: return nil
    }
  case .endTag, .characterData: return nil
  }
}
