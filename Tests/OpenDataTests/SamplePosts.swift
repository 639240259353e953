import Basics
import OpenData

/// Three rooms with their posts, and a table with texts that are hard to carry.
func samplePosts() throws -> OpenDatabase {
  let posts: [(String, Int?, Double?)] = [
    ("yard", 5, 0.25), ("attic", 12, nil), ("cellar", 5, 0.5), ("it's", nil, -1),
  ]
  return try OpenDatabase(
    [
      OpenTable(
        name: "rooms", doc: "Rooms.",
        columns: [
          OpenColumn("room", .text, "Its name."), OpenColumn("posts", .integer, "How many."),
          OpenColumn("share", .real, "Of all."),
        ]
      ) { rows in
        for (room, count, share) in posts {
          rows.text(room)
          rows.integer(count)
          rows.real(share)
          rows.endRow()
        }
      },
      OpenTable(name: "texts", doc: "Texts.", columns: [OpenColumn("text", .text, "A text.")]) {
        rows in
        for text in ["", "=1+1", "a\u{0}b", "\"quoted\"", "naïve", "\u{1F333}"] {
          rows.text(text)
          rows.endRow()
        }
      },
    ], asOf: Timestamp("2026-11-10T12:00:00Z") ?? Timestamp(secondsSinceEpoch: 0))
}
