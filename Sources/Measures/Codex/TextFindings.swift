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
    let reading = TextReading(community, coder, links, past.map { $0.renumbered(names) })
    let pieces = community.overTexts(0..<community.items.count) { rows, window in
      Piece(rows, reading, &window)
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
      areRead = rows.map { reading.coder.isRead($0) }
      // Two texts a row: its title and its body.
      var batch = ProseBatch()
      var unread: [Int] = []
      var mask = ProseMask()
      for (row, isRead) in zip(rows, areRead) where isRead {
        if let past = reading.past, let old = past.row(row) {
          for page in past.findings.links.pages(ofRow: old) {
            links.append(past.findings.links.links[Int(page)], ofRow: row)
          }
        } else {
          unread.append(row)
          add(row, to: &batch, reading, &window, &mask)
        }
      }
      code(rows, reading, found(in: batch, of: unread, reading))
    }

    private mutating func add(
      _ row: Int, to batch: inout ProseBatch, _ reading: TextReading,
      _ window: inout TextWindow, _ mask: inout ProseMask
    ) {
      let items = reading.items
      window.withBytes(items.titles[row]) { batch.add($0) }
      window.withBytes(items.contents[row]) { text in
        links.append(text, ofRow: row, reading.links)
        mask.withProse(text, items.mediaTypes[row]) { batch.add($0) }
      }
    }

    /// The hits in the texts of some rows, by row; of title and body, in the order of their places.
    private func found(
      in batch: ProseBatch, of rows: [Int], _ reading: TextReading
    ) -> [Int: [PhraseMatcher.Hit]] {
      var found: [Int: [PhraseMatcher.Hit]] = [:]
      reading.coder.forEachText(of: batch) {
        rows[$0 / 2]
      } _: { text, hits in
        found[rows[text / 2], default: []] += hits
      }
      return found
    }

    private mutating func code(
      _ rows: Range<Int>, _ reading: TextReading, _ found: [Int: [PhraseMatcher.Hit]]
    ) {
      codes.ends.reserveCapacity(rows.count)
      for (row, isRead) in zip(rows, areRead) {
        if isRead {
          if let past = reading.past, let old = past.row(row) {
            codes.marks += past.findings.codes[old]
          } else {
            codes.marks += reading.coder.marks(of: row, found[row] ?? [])
          }
        }
        codes.ends.append(Int32(codes.marks.count))
      }
    }
  }
}

/// What the texts of a community are read with.
private struct TextReading: Sendable {
  let items: ItemColumns
  let coder: ItemCoder
  let links: LinkFinder
  let past: PastFindings?

  init(
    _ community: Community, _ coder: ItemCoder, _ links: LinkFinder, _ past: PastFindings?
  ) {
    items = community.items
    self.coder = coder
    self.links = links
    self.past = past
  }
}
