internal import Basics
internal import JSONText

/// Reads the files of snapshots, checks them against their manifests and keeps bad lines aside.
struct SnapshotReader {
  let fileSystem: any FileSystem
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var quarantined: [QuarantinedRecord] = []

  /// Bad lines of one file that are told one by one.
  private static let toldLines = 5
  /// No line with an id, a type, an author and a time has fewer bytes.
  private static let shortestItem = 64

  init(in fileSystem: any FileSystem) {
    self.fileSystem = fileSystem
  }

  mutating func members(of snapshot: SnapshotFolder) -> [Member] {
    records(.members, of: snapshot, names: Member.fieldNames) { line throws(JSONFault) in
      try Member(line)
    }
  }

  mutating func channels(of snapshot: SnapshotFolder) -> [Channel] {
    records(.channels, of: snapshot, names: Channel.fieldNames) { line throws(JSONFault) in
      try Channel(line)
    }
  }

  mutating func credits(of snapshot: SnapshotFolder) -> [Attribution] {
    records(.attribution, of: snapshot, names: Attribution.fieldNames) { line throws(JSONFault) in
      try Attribution(line)
    }
  }

  /// The numbers of a measured snapshot. A row that cannot be read is a fault of the whole: what rests
  /// on it cannot be told.
  mutating func numbers(of snapshot: SnapshotFolder) -> MeasuredNumbers {
    var numbers = MeasuredNumbers()
    let bad = quarantined.count
    numbers.rows = records(.measurements, of: snapshot, names: MeasuredRow.fieldNames) {
      line throws(JSONFault) in try MeasuredRow(line)
    }
    numbers.people = records(.people, of: snapshot, names: PeopleCount.fieldNames) {
      line throws(JSONFault) in try PeopleCount(line)
    }
    if quarantined.count > bad {
      let place = quarantined[bad]
      diagnostics.append(
        Diagnostic(
          CommunityDataCodes.unreadableNumbers,
          "\(snapshot.folder) holds measurements that cannot be read",
          at: SourceLocation(file: place.file, line: place.line, column: place.column),
          fix: "measure again"))
    }
    check(.inputs, of: snapshot)
    // What cannot be read of it was told when it was checked.
    if let part = snapshot.parts(of: .inputs).first,
      let bytes = try? LineFile(path: part.path, fileSystem: fileSystem).text()
    {
      numbers.inputs = SourceText(file: part.path.text, bytes: bytes)
    }
    return numbers
  }

  /// How many items there will be, as far as the sizes of the files bear the manifest out.
  private func expectedRows(of snapshot: SnapshotFolder) -> Int {
    snapshot.parts(of: .items).reduce(0) { rows, part in
      guard let entry = try? fileSystem.entry(at: part.path) else { return rows }
      return rows + min(part.file.rows, entry.size / SnapshotReader.shortestItem)
    }
  }

  /// The items, and whether every line could be read.
  mutating func items(
    of snapshot: SnapshotFolder, in context: ItemContext
  ) -> (items: MergedItems, isWhole: Bool) {
    let parts = snapshot.parts(of: .items)
    if parts.isEmpty { return (MergedItems(rows: 0), false) }
    var table = ItemTable()
    table.reserveCapacity(expectedRows(of: snapshot))
    var isWhole = true
    var copies = Copies()
    for part in parts {
      let bad = read(part, into: &table, in: context, &copies)
      isWhole = isWhole && bad == 0
    }
    if let place = copies.first { report(copies, firstAt: place) }
    return (table.finish(), isWhole)
  }

  /// Items that came again in a snapshot, and where the first of them stands.
  private struct Copies {
    var identical = 0
    var other = 0
    var first: SourceLocation?
  }

  /// The number of lines that could not be read.
  private mutating func read(
    _ part: SnapshotFolder.Part, into table: inout ItemTable, in context: ItemContext,
    _ copies: inout Copies
  ) -> Int {
    var count = LineCount()
    table.begin(part.path, in: fileSystem)
    read(part) { piece in
      ItemBatchReader.read(piece, in: context)
    } merge: { batch in
      let found = table.add(batch)
      if let line = found.firstLine, copies.first == nil {
        copies.first = SourceLocation(file: part.path.text, line: count.lines + line + 1)
      }
      copies.identical += found.identical
      copies.other += found.other
      count.add(batch.lineCount, rows: batch.lines.count, batch.bad, of: part.path)
    } finish: {
      count
    }
    return count.bad.count
  }

  /// Checks a file that is not read for its records here.
  mutating func check(_ name: SnapshotFileName, of snapshot: SnapshotFolder) {
    for part in snapshot.parts(of: name) {
      var count = LineCount()
      read(part) { piece in
        var rows = 0
        let lines = piece.forEachLine { _, _ in rows += 1 }
        return (lines: lines, rows: rows)
      } merge: { batch in
        count.add(batch.lines, rows: batch.rows, [], of: part.path)
      } finish: {
        count
      }
    }
  }

  private mutating func records<Record: Sendable>(
    _ name: SnapshotFileName, of snapshot: SnapshotFolder, names: [String],
    _ record: @Sendable (borrowing LineDecoder) throws(JSONFault) -> Record
  ) -> [Record] {
    var found: [Record] = []
    for part in snapshot.parts(of: name) {
      var count = LineCount()
      read(part) { piece in
        RecordBatch.read(piece, names: names, record)
      } merge: { batch in
        found += batch.records
        count.add(batch.lineCount, rows: batch.records.count, batch.bad, of: part.path)
      } finish: {
        count
      }
    }
    return found
  }

  private mutating func read<Batch: Sendable>(
    _ part: SnapshotFolder.Part, parse: @Sendable (LinePiece) -> Batch, merge: (Batch) -> Void,
    finish: () -> LineCount
  ) {
    do throws(FileError) {
      let file = LineFile(path: part.path, fileSystem: fileSystem)
      let sha256 = try file.read(parse: parse, merge: merge)
      let count = finish()
      check(part.file, at: part.path, sha256, count)
      report(count.bad, in: part.path)
      quarantined += count.bad
    } catch {
      diagnostics.append(Diagnostic(CommunityDataCodes.disk, error.description))
    }
  }

  // MARK: Reporting

  /// One cause, one diagnostic: another checksum explains another number of rows.
  private mutating func check(
    _ file: SnapshotManifest.File, at path: SitePath, _ sha256: String, _ count: LineCount
  ) {
    let rows = count.rows + count.bad.count
    if sha256 != file.sha256 {
      let difference = rows == file.rows ? "" : "; it has \(rows) rows instead of \(file.rows)"
      diagnostics.append(
        Diagnostic(
          CommunityDataCodes.checksum,
          "\(path) is not the file that the manifest describes\(difference)",
          fix: "restore the file, or import again",
          notes: ["SHA-256 is \(sha256)", "the manifest has \(file.sha256)"]))
    } else if rows != file.rows {
      diagnostics.append(
        Diagnostic(
          CommunityDataCodes.rows, "\(path) has \(rows) rows, the manifest says \(file.rows)",
          fix: "import again"))
    }
  }

  private mutating func report(_ bad: [QuarantinedRecord], in path: SitePath) {
    for record in bad.prefix(SnapshotReader.toldLines) {
      diagnostics.append(
        Diagnostic(
          CommunityDataCodes.quarantined, record.reason,
          at: SourceLocation(file: record.file, line: record.line, column: record.column),
          severity: .warning,
          fix: "the record is left out of all figures; its line stays in the file"))
    }
    let more = bad.count - SnapshotReader.toldLines
    if more > 0 {
      diagnostics.append(
        Diagnostic(
          CommunityDataCodes.quarantined,
          "\(more) more \(more == 1 ? "record" : "records") of \(path) could not be read",
          severity: .warning,
          fix: "the first \(SnapshotReader.toldLines) of a file are told with their places"))
    }
  }

  private mutating func report(_ copies: Copies, firstAt place: SourceLocation) {
    let all = copies.identical + copies.other
    diagnostics.append(
      Diagnostic(
        CommunityDataCodes.duplicates,
        "\(all) \(all == 1 ? "item comes" : "items come") again with an id that is there already "
          + "(\(copies.identical) identical, \(copies.other) different)",
        at: place, severity: .note, fix: "each counts once, in the state edited last"))
  }
}

/// What was counted of a file while it was read.
struct LineCount {
  /// Lines so far, blank ones included.
  private(set) var lines = 0
  /// Records that could be read.
  private(set) var rows = 0
  private(set) var bad: [QuarantinedRecord] = []

  mutating func add(_ lines: Int, rows: Int, _ bad: [BadLine], of path: SitePath) {
    for line in bad {
      self.bad.append(
        QuarantinedRecord(
          file: path.text, line: self.lines + line.number + 1, column: line.column,
          reason: line.reason, bytes: line.bytes))
    }
    self.lines += lines
    self.rows += rows
  }
}
