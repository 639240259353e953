internal import CommunityData

/// What is found in the texts of a community, in one pass over them on all cores.
struct TextFindings: Sendable {
  let codes: ItemCodes
  let links: LinkColumns
  /// Whether each row was read: those of bots, and deleted ones, are not.
  let areRead: [Bool]

  /// Nothing, for what asks for neither codes nor links.
  static let none = TextFindings(codes: .none, links: LinkColumns(), areRead: [])

  init(codes: ItemCodes, links: LinkColumns, areRead: [Bool]) {
    self.codes = codes
    self.links = links
    self.areRead = areRead
  }

  /// `past`: what an earlier run found in texts that are here still.
  init(_ community: Community, _ inputs: MeasureInputs, _ past: PastFindings? = nil) {
    let cues = CuePhrases(inputs)
    let known = Set(cues.names)
    let names = cues.names + community.items.codeNames.filter { !known.contains($0) }.sorted()
    let coder = ItemCoder(community, cues, names: names)
    let links = LinkFinder(community)
    let past = past.map { $0.renumbered(names) }
    let pieces = community.overTexts(0..<community.items.count) { rows, window in
      Piece(rows, TextReading(community, coder, links, past), &window)
    }
    codes = ItemCodes(names: names, pieces.map(\.codes))
    self.links = LinkColumns(pieces.map(\.links))
    areRead = pieces.flatMap(\.areRead)
  }

  /// The findings of some rows.
  private struct Piece: Sendable {
    var codes = ItemCodes.Piece()
    var links = LinkPiece()
    var areRead: [Bool] = []

    init(_ rows: Range<Int>, _ reading: TextReading, _ window: inout TextWindow) {
      var mask = ProseMask()
      codes.ends.reserveCapacity(rows.count)
      areRead.reserveCapacity(rows.count)
      for row in rows {
        let isRead = reading.coder.isRead(row)
        areRead.append(isRead)
        if isRead {
          if let past = reading.past, let old = past.row(row) {
            codes.marks += past.findings.codes[old]
            for page in past.findings.links.pages(ofRow: old) {
              links.append(past.findings.links.links[Int(page)], ofRow: row)
            }
          } else {
            read(row, reading, &window, &mask)
          }
        }
        codes.ends.append(Int32(codes.marks.count))
      }
    }

    private mutating func read(
      _ row: Int, _ reading: TextReading, _ window: inout TextWindow, _ mask: inout ProseMask
    ) {
      let items = reading.community.items
      let coder = reading.coder
      let inTitle = window.withBytes(items.titles[row]) { coder.hits(in: $0, of: row) }
      let inBody = window.withBytes(items.contents[row]) { text in
        links.append(text, ofRow: row, reading.links)
        return mask.withProse(text, items.mediaTypes[row]) { coder.hits(in: $0, of: row) }
      }
      codes.marks += coder.marks(of: row, inTitle + inBody)
    }
  }
}

/// What the texts of a community are read with.
private struct TextReading: Sendable {
  let community: Community
  let coder: ItemCoder
  let links: LinkFinder
  let past: PastFindings?

  init(
    _ community: Community, _ coder: ItemCoder, _ links: LinkFinder, _ past: PastFindings?
  ) {
    self.community = community
    self.coder = coder
    self.links = links
    self.past = past
  }
}
