internal import CommunityData

/// What an earlier run found in the texts of a community that has grown since.
struct PastFindings: Sendable {
  private(set) var findings: TextFindings
  /// For each row of today its row then; -1 for new ones. nil where all are the same.
  let rows: [Int32]?

  init(_ findings: TextFindings, rows: [Int32]? = nil) {
    self.findings = findings
    self.rows = rows
  }

  /// Where a row stood when it was read; nil when it was not.
  func row(_ row: Int) -> Int? {
    let old = rows.map { Int($0[row]) } ?? row
    return old >= 0 && findings.areRead[old] ? old : nil
  }

  /// With codes as `names` number them, among which are all that there were.
  ///
  /// New names stand between the old ones, so that the order of a row's marks stays what it is.
  func renumbered(_ names: [String]) -> PastFindings {
    let old = findings.codes.names
    if old == names { return self }
    let numbers = old.map { names.firstIndex(of: $0) ?? 0 }
    var renumbered = self
    renumbered.findings = TextFindings(
      codes: findings.codes.renumbered(names) { code in
        code < numbers.count ? numbers[code] : code - numbers.count + names.count
      }, links: findings.links, areRead: findings.areRead)
    return renumbered
  }
}
