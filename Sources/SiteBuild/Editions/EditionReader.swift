internal import Basics
internal import Measures

/// Reads a sealed edition; anything but the very bytes that sealing writes is refused.
struct EditionReader {
  let source: SourceText
  let day: CalendarDay

  func read() throws(Diagnostic) -> Edition {
    let ranges = lineRanges
    guard let first = ranges.first else {
      throw Diagnostic(
        EditionCodes.malformed, "the edition is empty",
        at: SourceLocation(file: source.file, line: 1))
    }
    let communities = try readHead(try EditionLine(first, of: source))
    var rows: [EditionRow] = []
    var addresses: [SitePath] = []
    var sources: [SitePath: String] = [:]
    for range in ranges.dropFirst() {
      let line = try EditionLine(range, of: source)
      if line.has("address") {
        let address = try readAddress(line)
        addresses.append(address)
        if line.has("from") { sources[address] = try line.text("from") }
      } else {
        rows.append(try readRow(line, of: communities))
      }
    }
    let edition = Edition(
      day: day, communities: communities, rows: rows, addresses: addresses, sources: sources)
    try checkForm(of: edition, ranges)
    return edition
  }

  /// The lines without their ends.
  private var lineRanges: [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while start < source.bytes.count {
      let end = source.bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? source.bytes.count
      ranges.append(start..<end)
      start = end + 1
    }
    return ranges
  }

  private func readHead(_ line: EditionLine) throws(Diagnostic) -> [EditionCommunity] {
    try line.allowOnly(["format", "version", "date", "communities"])
    guard try line.text("format") == EditionFile.format else {
      throw line.fault("this is no edition: its format is not `\(EditionFile.format)`")
    }
    guard try line.count(ifPresent: "version") == EditionFile.version else {
      throw line.fault(
        "the edition is not of version \(EditionFile.version)", fix: "use a newer Meadow")
    }
    guard try line.text("date", as: "a day", { CalendarDay($0) }) == day else {
      throw line.fault("the edition is of another day than its file name says")
    }
    var communities: [EditionCommunity] = []
    for entry in try line.list("communities") {
      try entry.allowOnly(["slug", "until"])
      let slug = try entry.text("slug", as: "a name of small letters, digits and hyphens") {
        Slug($0)
      }
      let until = try entry.text("until", as: "a day") { CalendarDay($0) }
      communities.append(EditionCommunity(slug: slug.text, knownUntil: until))
    }
    return communities
  }

  private func readAddress(_ line: EditionLine) throws(Diagnostic) -> SitePath {
    try line.allowOnly(["address", "from"])
    return try line.text("address", as: "a path inside the site") { try? SitePath($0) }
  }

  private func readRow(
    _ line: EditionLine, of communities: [EditionCommunity]
  ) throws(Diagnostic) -> EditionRow {
    try line.allowOnly(MeasurementTable.columns)
    let community = try line.text("community")
    guard communities.contains(where: { $0.slug == community }) else {
      throw line.fault("the head of the edition does not name the community `\(community)`")
    }
    let value = try line.number(ifPresent: "value")
    let n = try line.count(ifPresent: "n")
    let low = try line.number(ifPresent: "low")
    let high = try line.number(ifPresent: "high")
    let note = line.has("note") ? try line.text("note") : ""
    let hasOtherNumbers = n != nil || low != nil || high != nil
    guard value != nil ? note.isEmpty : !note.isEmpty && !hasOtherNumbers else {
      throw line.fault("a row has either a value or a note that says why there is none")
    }
    return EditionRow(
      community: community, metric: try line.text("metric"),
      period: try line.text("period", as: "a period") { Period($0) },
      segment: try line.text("segment"),
      unit: try line.text("unit", as: "a unit") { Unit(rawValue: $0) },
      estimate: value.map { Estimate($0, n: n, low: low, high: high) }, note: note)
  }

  /// Order and spacing in one comparison: the edition written again must give the same file.
  private func checkForm(of edition: Edition, _ ranges: [Range<Int>]) throws(Diagnostic) {
    let expected = EditionFile.bytes(of: edition)
    if expected != source.bytes {
      let same = zip(expected, source.bytes).prefix { $0 == $1 }.count
      let line = ranges.firstIndex { $0.upperBound >= same } ?? ranges.count - 1
      throw edited("the edition is not as `meadow edition seal` writes it", line: line + 1)
    }
    if let line = lineOfDouble(in: edition) { throw edited("the line comes twice", line: line) }
  }

  /// The number of the first line that says again what a line before it says.
  private func lineOfDouble(in edition: Edition) -> Int? {
    let slugs = edition.communities.map(\.slug)
    if Set(slugs).count < slugs.count { return 1 }
    let (rows, addresses) = (edition.rows, edition.addresses)
    if let row = rows.indices.dropFirst().first(where: { !(rows[$0 - 1] < rows[$0]) }) {
      return row + 2
    }
    return addresses.indices.dropFirst().first { addresses[$0 - 1] == addresses[$0] }
      .map { rows.count + $0 + 2 }
  }

  private func edited(_ message: String, line: Int) -> Diagnostic {
    Diagnostic(
      EditionCodes.notCanonical, message, at: SourceLocation(file: source.file, line: line),
      fix: "take the file from version control again, or seal the day anew with --replace")
  }
}
