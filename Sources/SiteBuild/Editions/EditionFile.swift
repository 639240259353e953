package import Basics
internal import JSONText
internal import Measures

/// How an edition lies on disk: a head line, a line a row, a line an address.
///
///     {"format":"meadow-edition","version":1,"date":"2018-08-31","communities":[…]}
///     {"community":"history-meta","metric":"contributors","period":"2017","segment":"all",
///      "value":71,"unit":"people"}
///     {"address":"communities/history-meta/index.html","from":"communities/history-meta"}
package enum EditionFile {
  static let format = "meadow-edition"
  static let version = 1

  /// The folder of a site's editions.
  package static let folder = "Content/editions"

  /// `Content/editions/2018-08-31.ndjson`
  package static func path(_ day: CalendarDay) throws(SitePathError) -> SitePath {
    try SitePath("\(folder)/\(day).ndjson")
  }

  /// The day of a file's name; nil when it is named otherwise.
  static func day(of path: SitePath) -> CalendarDay? {
    path.fileExtension == "ndjson" ? CalendarDay(path.stem) : nil
  }

  /// The bytes of an edition: the same edition has the same ones on every machine.
  package static func bytes(of edition: Edition) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { write(headOf: edition, to: &$0) }
    writer.endLine()
    for row in edition.rows {
      writer.object { write(row, to: &$0) }
      writer.endLine()
    }
    for address in edition.addresses {
      writer.object {
        $0.field("address", address.text)
        $0.field("from", ifPresent: edition.sources[address])
      }
      writer.endLine()
    }
    return writer.bytes
  }

  private static func write(headOf edition: Edition, to object: inout JSONWriter) {
    object.field("format", format)
    object.field("version", version)
    object.field("date", edition.day.description)
    object.array("communities") { list in
      for community in edition.communities {
        list.object { entry in
          entry.field("slug", community.slug)
          entry.field("until", community.knownUntil.description)
        }
      }
    }
  }

  private static func write(_ row: EditionRow, to object: inout JSONWriter) {
    object.field("community", row.community)
    object.field("metric", row.metric)
    object.field("period", row.period.description)
    object.field("segment", row.segment)
    object.field("value", ifPresent: row.estimate?.value)
    object.field("unit", row.unit.rawValue)
    object.field("n", ifPresent: row.estimate?.n)
    object.field("low", ifPresent: row.estimate?.low)
    object.field("high", ifPresent: row.estimate?.high)
    object.field("note", ifPresent: row.note.isEmpty ? nil : row.note)
  }
}

extension JSONWriter {
  /// Whole numbers without a point; nothing when the number is absent.
  fileprivate mutating func field(_ name: String, ifPresent number: Double?) {
    guard let number else { return }
    if let whole = Int(exactly: number) { field(name, whole) } else { field(name, number) }
  }
}
