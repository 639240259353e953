internal import Basics
internal import JSONText

/// What a manifest may say of its kind; an ordinary one says nothing.
enum SnapshotKind: String, CaseIterable { case measured }

extension ManifestReader {
  private static let names = [
    "engine", "threshold", "zone_offset", "last_day", "accepted", "questions", "unlisted", "inputs",
  ]

  /// How another engine measured the items.
  mutating func measured(_ root: JSONValue) -> SnapshotManifest.Measured? {
    guard let value = fields.object(root, "measured", ManifestReader.names) else { return nil }
    let engine = fields.text(value, "engine")
    let threshold = fields.count(value, "threshold")
    let zoneOffset = zoneOffset(value)
    let lastDay = day(value, "last_day")
    let accepted = fields.flag(value, "accepted")
    let questions = fields.flag(value, "questions")
    let unlisted = fields.count(value, "unlisted")
    let inputs = fields.list(value, "inputs")?.compactMap { file($0, isNamed: false) }
    guard let engine, let threshold, let zoneOffset, let lastDay, let accepted, let questions,
      let unlisted, let inputs
    else { return nil }
    var measured = SnapshotManifest.Measured(
      engine: engine, threshold: threshold, lastDay: lastDay)
    measured.zoneOffset = zoneOffset
    measured.tellsAccepted = accepted
    measured.marksQuestions = questions
    measured.unlisted = unlisted
    measured.inputs = inputs
    return measured
  }

  private mutating func zoneOffset(_ value: JSONValue) -> Int? {
    guard let offset = value["zone_offset"] else { return nil }
    if let seconds = offset.integer, seconds.magnitude <= 14 * 3600 { return seconds }
    fields.report(
      CommunityDataCodes.badValue, "`zone_offset` is no offset from UTC", at: offset,
      fix: "must be whole seconds, at most 14 hours east or west")
    return nil
  }

  private mutating func day(_ value: JSONValue, _ name: String) -> CalendarDay? {
    guard let text = fields.text(value, name) else { return nil }
    if let day = CalendarDay(text) { return day }
    fields.report(
      CommunityDataCodes.badValue, "`\(text)` is no day", at: value[name],
      fix: "write it as 2026-11-21")
    return nil
  }
}
