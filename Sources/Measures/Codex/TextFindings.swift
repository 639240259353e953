internal import CommunityData

/// What is found in the texts of a community, in one pass over them on all cores.
struct TextFindings: Sendable {
  let codes: ItemCodes
  let links: LinkColumns

  /// Nothing, for what asks for neither codes nor links.
  static let none = TextFindings(codes: .none, links: LinkColumns())

  private init(codes: ItemCodes, links: LinkColumns) {
    self.codes = codes
    self.links = links
  }

  init(_ community: Community, _ inputs: MeasureInputs) {
    let cues = CuePhrases(inputs)
    let known = Set(cues.names)
    let names = cues.names + community.items.codeNames.filter { !known.contains($0) }.sorted()
    let coder = ItemCoder(community, cues, names: names)
    let links = LinkFinder(community)
    let pieces = community.overTexts(0..<community.items.count) { rows, window in
      Piece(rows, of: community, &window, coder, links)
    }
    codes = ItemCodes(names: names, pieces.map(\.codes))
    self.links = LinkColumns(pieces.map(\.links))
  }

  /// The findings of some rows.
  private struct Piece: Sendable {
    var codes = ItemCodes.Piece()
    var links = LinkColumns()

    init(
      _ rows: Range<Int>, of community: Community, _ window: inout TextWindow, _ coder: ItemCoder,
      _ links: LinkFinder
    ) {
      let items = community.items
      var mask = ProseMask()
      codes.ends.reserveCapacity(rows.count)
      for row in rows {
        if coder.isRead(row) {
          let inTitle = window.withBytes(items.titles[row]) { coder.hits(in: $0, of: row) }
          let (inBody, shared) = window.withBytes(items.contents[row]) { text in
            (
              mask.withProse(text, items.mediaTypes[row]) { coder.hits(in: $0, of: row) },
              links.links(in: text)
            )
          }
          codes.marks += coder.marks(of: row, inTitle + inBody)
          self.links.append(shared, ofRow: row)
        }
        codes.ends.append(Int32(codes.marks.count))
      }
    }
  }
}
