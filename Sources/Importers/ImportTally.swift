internal import Basics

/// What is to be said about an import beside its counts.
struct ImportTally: Sendable {
  private(set) var earliest: Timestamp?
  private(set) var latest: Timestamp?
  private(set) var days = ActiveDays()
  /// Why the snapshot does not tell the whole story.
  private(set) var gaps: [String] = []
  private(set) var notes: [String] = []
  private(set) var warnings: [Diagnostic] = []
  private var faults: [FaultGroup] = []

  /// Equal faults are told once, at the place of the first.
  private struct FaultGroup: Sendable {
    var first: RecordFault
    var count: Int

    var diagnostic: Diagnostic {
      let place = first.record
      return Diagnostic(
        ImportersCodes.quarantined, "a record was quarantined: \(first.text)",
        at: SourceLocation(file: place.file, line: place.line, column: place.column),
        severity: .warning,
        fix: first.reason == ImportRun.afterExport
          ? "was the export made later? give the day on which it was made: `--date`" : nil,
        notes: count > 1 ? ["and \(count - 1) more for the same reason"] : [])
    }
  }

  mutating func widenWindow(to time: Timestamp) {
    earliest = min(earliest ?? time, time)
    latest = max(latest ?? time, time)
    days.add(time)
  }

  mutating func note(_ text: String) { notes.append(text) }

  mutating func gap(_ text: String) { gaps.append(text) }

  mutating func warn(_ diagnostic: Diagnostic) { warnings.append(diagnostic) }

  mutating func note(_ fault: RecordFault) {
    if let index = faults.firstIndex(where: { $0.first.reason == fault.reason }) {
      faults[index].count += 1
    } else {
      faults.append(FaultGroup(first: fault, count: 1))
    }
  }

  /// Why records were quarantined, with the place of the first of each kind, for an import that
  /// found nothing else: `a.csv:2:1: it has another number of columns than 3: 4`.
  var faultNotes: [String] {
    faults.prefix(3).map { group in
      let place = group.first.record
      return "\(place.file):\(place.line):\(place.column): \(group.first.text)"
    }
  }

  /// Why records were quarantined, where it is one reason for all.
  var onlyReason: String? { faults.count == 1 ? faults[0].first.reason : nil }

  /// One warning for each kind of quarantined record, then the others, in the order of reading.
  var diagnostics: [Diagnostic] {
    faults.map(\.diagnostic) + warnings
  }

  /// The gaps, with the quarantined records as the last.
  var allGaps: [String] {
    let quarantined = faults.reduce(0) { $0 + $1.count }
    if quarantined == 0 { return gaps }
    return gaps + ["\(countText(quarantined, "record")) could not be read"]
  }
}
