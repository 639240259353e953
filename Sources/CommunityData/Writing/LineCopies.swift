/// The lines that do not stay, since another of the same id does.
struct LineCopies {
  /// That are the same line again.
  private(set) var identical = 0
  /// Of which another was edited later, or came later.
  private(set) var others = 0
  /// A bit for each place.
  private var places: [UInt64] = []

  var count: Int { identical + others }

  /// Whether the line at a place does not stay.
  func contains(_ place: Int) -> Bool {
    place / 64 < places.count && places[place / 64] >> UInt64(place % 64) & 1 == 1
  }

  /// Looks for copies among lines; all lines of an id are among them.
  mutating func search(_ keys: LineKeys) {
    keys.forEachRepeated { copies in
      guard var kept = copies.first else { return }
      for copy in copies.dropFirst() {
        if copy.line == kept.line {
          identical += 1
          insert(copy.place)
          continue
        }
        others += 1
        let isNewer = copy.edited >= kept.edited
        insert(isNewer ? kept.place : copy.place)
        if isNewer { kept = copy }
      }
    }
  }

  private mutating func insert(_ place: Int) {
    let missing = place / 64 + 1 - places.count
    if missing > 0 { places.append(contentsOf: repeatElement(0, count: missing)) }
    places[place / 64] |= 1 << UInt64(place % 64)
  }
}
