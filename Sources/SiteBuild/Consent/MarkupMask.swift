/// Takes names out of HTML, SVG and XML: out of text even where markup stands inside a name, and out of
/// attributes so that links, anchors and images still work or are none.
struct MarkupMask {
  private let search: NameSearch
  private let replacement: [UInt8]

  init(_ mask: NameMask) {
    search = mask.search
    replacement = Array(mask.replacement.utf8)
  }

  func masked(_ file: [UInt8]) -> [UInt8] {
    var text = MappedText()
    text.reserve(file.count)
    var edits = FileEdits()
    var hasEdits = false
    var tokens = MarkupTokens(file)
    while let token = tokens.next() {
      switch token {
      case .text(let range): text.add(file, range, .markup)
      case .tag(_, .inline): text.addSeam()
      case .tag(let range, .lineBreak): text.addLineBreak(at: range.lowerBound)
      case .tag(let range, .block): text.addWall(at: range.lowerBound)
      case .attribute(let attribute):
        hasEdits = mask(attribute, file, &edits) || hasEdits
      }
    }
    let matches = search.matches(in: text.bytes[...], seams: text.seams)
    if matches.isEmpty, !hasEdits { return file }
    for match in matches { edits.replace(text.sources(of: match.range), by: replacement) }
    return edits.applied(to: file)
  }

  private func mask(
    _ attribute: MarkupTokens.Attribute, _ file: [UInt8], _ edits: inout FileEdits
  ) -> Bool {
    let raw = file[attribute.value]
    if OwnWords.isPolicy(raw) { return false }
    let isPlain = !raw.contains { MappedText.isCoded($0) }
    if isPlain, search.matches(in: raw).isEmpty { return false }
    var value = MappedText()
    value.add(file, attribute.value, .plain)
    let own = OwnWords.fileName(in: value.bytes)
    let matches = search.matches(in: value.bytes[...]).filter { match in
      match.range.clamped(to: own) != match.range
    }
    if matches.isEmpty { return false }
    switch attribute.role {
    case .anchor: replace(matches, in: value, isAnchor: true, &edits)
    case .plain: replace(matches, in: value, isAnchor: false, &edits)
    case .image: edits.replace([attribute.value], by: Array("data:,".utf8))
    case .link:
      let fragment = value.bytes.firstIndex(of: UInt8(ascii: "#")) ?? value.bytes.count
      if matches.allSatisfy({ $0.range.lowerBound > fragment }) {
        replace(matches, in: value, isAnchor: true, &edits)
      } else {
        edits.replace([attribute.whole], by: [])
      }
    }
    return true
  }

  /// An anchor keeps its form, and every spelling its own word, so that anchors stay different and
  /// links still find them.
  private func replace(
    _ matches: [NameSearch.Match], in value: MappedText, isAnchor: Bool, _ edits: inout FileEdits
  ) {
    for match in matches {
      let word = Array("withdrawn-\(match.spelling + 1)".utf8)
      edits.replace(
        value.sources(of: match.range), by: isAnchor ? word : replacement)
    }
  }
}
