internal import Basics

/// The words that fill the slots of a phrase.
enum Slots {
  private static let words: [String: [String]] = [
    "queue": [
      "mail", "reports", "thumbnails", "backup", "billing", "imports", "nightly", "search",
    ],
    "part": ["scheduler", "worker", "queue", "calendar", "retry log", "dashboard", "agent"],
    "n": ["2", "3", "5", "8", "12", "20", "40", "150", "300"],
    "time": ["02:00", "03:15", "midnight", "06:30", "noon", "23:45"],
    "system": ["Debian 12", "a small VPS", "an old NUC", "two ARM boards", "FreeBSD", "a NAS"],
    "store": ["the file store", "Postgres", "SQLite", "the shared disk"],
    "tool": [
      "our wiki", "a mail list", "the photo server", "the radio archive", "the food bank rota",
    ],
    "thing": ["backups", "invoices", "image jobs", "mail digests", "sensor readings", "reminders"],
    "doc": [
      "https://docs.halyard.example/queues", "https://docs.halyard.example/upgrade",
      "https://docs.halyard.example/calendars", "https://docs.halyard.example/retries",
    ],
    "wiki": [
      "https://wiki.selfhost-commons.example/halyard",
      "https://notes.selfhost-commons.example/queues",
      "https://code.tinkerers.example/halyard-tools",
    ],
    "press": [
      "https://ops-weekly.example/halyard", "https://quietservers.example/schedulers",
      "https://smallracks.example/queues",
    ],
  ]

  /// `"The {queue} queue stops"` → `"The backup queue stops"`; a slot is filled alike wherever it
  /// comes again.
  static func fill(_ phrase: String, on day: CalendarDay, _ chance: inout Chance) -> String {
    let versions = HappeningCalendar.versions(on: day)
    var filled = ["version": versions.current, "previous": versions.previous]
    var text = ""
    for (index, piece) in phrase.split(separator: "{", omittingEmptySubsequences: false)
      .enumerated()
    {
      let parts = piece.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
      guard index > 0, parts.count == 2 else {
        text += piece
        continue
      }
      let slot = String(parts[0])
      let word = filled[slot] ?? chance.pick(choices(for: slot))
      filled[slot] = word
      text += word + parts[1]
    }
    return text
  }

  private static func choices(for slot: String) -> [String] {
    guard let choices = words[slot] else { preconditionFailure("no words for the slot `\(slot)`") }
    return choices
  }
}
