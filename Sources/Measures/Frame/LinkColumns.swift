internal import CommunityData

/// The links that items share, in the order of their rows; each different page is told once.
struct LinkColumns: Sendable {
  private(set) var rows: [Int32] = []
  /// The page that each of them leads to, a number of ``links``.
  private(set) var pages: [Int32] = []
  private(set) var links: [SharedLink] = []

  init() {}

  init(rows: [Int32], pages: [Int32], links: [SharedLink]) {
    self.rows = rows
    self.pages = pages
    self.links = links
  }

  /// The pages of the links of one row.
  func pages(ofRow row: Int) -> ArraySlice<Int32> {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < rows.count, rows[end] == row { end += 1 }
    return pages[low..<end]
  }

  /// Those of some rows one after the other, with pages numbered anew.
  init(_ pieces: [LinkPiece]) {
    var index = TextIndex()
    for piece in pieces {
      let numbers = (0..<piece.index.count).map { page in
        piece.index.withText(page) { text in
          let number = index.add(text)
          if number == links.count { links.append(SharedLink(text, piece.domainLengths[page])) }
          return Int32(number)
        }
      }
      rows += piece.rows
      pages += piece.pages.map { numbers[Int($0)] }
    }
  }
}

/// The links of a stretch of rows, found without making a string of each.
struct LinkPiece: Sendable {
  fileprivate(set) var rows: [Int32] = []
  fileprivate(set) var pages: [Int32] = []
  fileprivate(set) var index = TextIndex()
  /// How much of each page is its domain, in bytes.
  fileprivate(set) var domainLengths: [Int] = []

  /// The links in the text of a row, each page once.
  mutating func append(
    _ text: UnsafeBufferPointer<UInt8>, ofRow row: Int, _ finder: LinkFinder
  ) {
    let first = pages.count
    finder.forEachLink(in: text) { page, domainLength in
      let number = Int32(index.add(page))
      if Int(number) == domainLengths.count { domainLengths.append(domainLength) }
      if !pages[first...].contains(number) {
        pages.append(number)
        rows.append(Int32(row))
      }
    }
  }

  /// A link that is known already.
  mutating func append(_ link: SharedLink, ofRow row: Int) {
    let number = index.add(link.page)
    if number == domainLengths.count { domainLengths.append(link.domain.utf8.count) }
    pages.append(Int32(number))
    rows.append(Int32(row))
  }
}
