internal import CommunityData

/// Gives codes to the items of a community.
///
/// Held by reference: copying its many columns for every text took longer than half of the search.
final class ItemCoder: Sendable {
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

  /// Deleted items, boosts, and those by bots and the system are not read.
  func isRead(_ row: Int) -> Bool {
    let items = community.items
    let author = Int(items.authors[row])
    let type = items.types[row]
    return items.deleted[row] == .max && type != .system && type != .boost
      && (author < 0 || isPerson[author])
  }

  /// `hits`: of title and body, in the order of their places.
  func marks(of row: Int, _ hits: [PhraseMatcher.Hit]) -> [ItemCodes.Mark] {
    var marks = givenMarks(of: row)
    let isHandCoded = marks.contains(where: \.isHuman)
    for cue in hits.map(\.phrase) {
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
    guard row + 1 < items.codeStarts.count else { return [] }
    let given = Int(items.codeStarts[row])..<Int(items.codeStarts[row + 1])
    let isHandCoded = given.contains { items.coders[$0] == .human }
    var marks: [ItemCodes.Mark] = []
    for place in given where isHandCoded == (items.coders[place] == .human) {
      let cue = isHandCoded ? ItemCodes.Mark.byHand : ItemCodes.Mark.bySource
      marks.note(numbers[Int(items.codes[place])], cue)
    }
    return marks
  }

  /// Calls with the number of each text of a batch in which something is found, and with that.
  func forEachText(
    of batch: ProseBatch, _ row: (Int) -> Int, _ body: (Int, [PhraseMatcher.Hit]) -> Void
  ) {
    let hits = batch.bytes.withUnsafeBufferPointer { text in
      cues.matcher.hits(in: text, parts: batch.parts)
    }
    var text = 0
    var first = 0
    while first < hits.count {
      while batch.ends[text] < hits[first].end { text += 1 }
      var next = first + 1
      while next < hits.count, hits[next].end <= batch.ends[text] { next += 1 }
      body(text, cues.counting(hits[first..<next].sorted()[...], language(ofRow: row(text))))
      first = next
    }
  }

  private func language(ofRow row: Int) -> String? {
    let column = community.items.languages
    // Communities made by hand may leave out what no item has.
    let spoken = row < column.count ? Int(column[row]) : -1
    return spoken >= 0 ? languages[spoken] : nil
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
