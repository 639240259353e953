internal import CommunityData

/// Gives codes to the items of a community, row by row.
struct ItemCoder: Sendable {
  /// The marks of some rows one after the other.
  struct Piece: Sendable {
    /// Where the marks of each row end.
    var ends: [Int32] = []
    var marks: [ItemCodes.Mark] = []
  }

  private let community: Community
  private let cues: CuePhrases
  /// The number of each of the snapshot's own code names.
  private let numbers: [Int]
  private let nameCount: Int
  private let languages: [String]
  /// Whether a member is a person, by member.
  private let isPerson: [Bool]

  init(_ community: Community, _ cues: CuePhrases, names: [String]) {
    self.community = community
    self.cues = cues
    nameCount = names.count
    numbers = community.items.codeNames.map { names.firstIndex(of: $0) ?? 0 }
    languages = community.items.languageTags.map(primaryLanguage)
    isPerson = community.members.map { $0.kind == .person }
  }

  func code(_ rows: Range<Int>) -> Piece {
    var piece = Piece()
    var mask = ProseMask()
    piece.ends.reserveCapacity(rows.count)
    for row in rows {
      if mayBeCoded(row) { piece.marks += marks(of: row, &mask) }
      piece.ends.append(Int32(piece.marks.count))
    }
    return piece
  }

  private func mayBeCoded(_ row: Int) -> Bool {
    let items = community.items
    let author = Int(items.authors[row])
    let type = items.types[row]
    return items.deleted[row] == .max && type != .system && type != .boost
      && (author < 0 || isPerson[author])
  }

  private func marks(of row: Int, _ mask: inout ProseMask) -> [ItemCodes.Mark] {
    var marks = givenMarks(of: row)
    let isHandCoded = marks.contains(where: \.isHuman)
    for cue in cues(of: row, &mask) {
      let target = cues.all[cue].target
      let isJob = target >= cues.names.count
      if isHandCoded, !isJob { continue }
      let code = isJob ? target - cues.names.count + nameCount : target
      marks.note(code, UInt16(min(cue, Int(ItemCodes.Mark.bySource) - 1)))
    }
    return marks.count < 2 ? marks : marks.sorted { $0.code < $1.code }
  }

  /// The codes that the snapshot tells: people's where there are any, else machines'.
  private func givenMarks(of row: Int) -> [ItemCodes.Mark] {
    let items = community.items
    guard items.codeStarts.count > row + 1 else { return [] }
    let given = Int(items.codeStarts[row])..<Int(items.codeStarts[row + 1])
    let isHandCoded = given.contains { items.coders[$0] == .human }
    var marks: [ItemCodes.Mark] = []
    for place in given where isHandCoded == (items.coders[place] == .human) {
      let cue = isHandCoded ? ItemCodes.Mark.byHand : ItemCodes.Mark.bySource
      marks.note(numbers[Int(items.codes[place])], cue)
    }
    return marks
  }

  /// The numbers of the cues in title and body, in the order of their places.
  private func cues(of row: Int, _ mask: inout ProseMask) -> [Int] {
    let items = community.items
    let spoken = items.languages.count > row ? Int(items.languages[row]) : -1
    let language = spoken >= 0 ? languages[spoken] : nil
    let title = community.text.slice(items.titles[row]).withUnsafeBufferPointer {
      cues.hits(in: $0, language)
    }
    let body = community.text.slice(items.contents[row]).withUnsafeBufferPointer {
      mask.withProse($0, items.mediaTypes[row]) { cues.hits(in: $0, language) }
    }
    return title.map(\.phrase) + body.map(\.phrase)
  }
}

extension [ItemCodes.Mark] {
  /// The first cue of a code stays.
  fileprivate mutating func note(_ code: Int, _ cue: UInt16) {
    if !contains(where: { $0.code == code }) {
      append(ItemCodes.Mark(code: UInt16(clamping: code), cue: cue))
    }
  }
}
