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

  /// How many items there will be, as far as the size of the file bears the manifest out.
  private func expectedRows(of snapshot: SnapshotFolder) -> Int {
    guard let file = snapshot.file(.items), let path = snapshot.path(of: .items),
      let entry = try? fileSystem.entry(at: path)
    else { return 0 }
    return min(file.rows, entry.size / SnapshotReader.shortestItem)
  }

  /// The items, and whether every line could be read.
  mutating func items(
    of snapshot: SnapshotFolder, in context: ItemContext
  ) -> (items: MergedItems, isWhole: Bool) {
    guard let path = snapshot.path(of: .items) else { return (MergedItems(rows: 0), false) }
    var table = ItemTable()
    table.reserveCapacity(expectedRows(of: snapshot))
    var count = LineCount()
    var copies = ItemTable.Copies()
    table.begin(path, in: fileSystem)
    read(.items, of: snapshot) { piece in
      ItemBatchReader.read(piece, in: context)
    } merge: { batch in
      let found = table.add(batch)
      if let line = found.firstLine, copies.firstLine == nil {
        copies.firstLine = count.lines + line
      }
      copies.identical += found.identical
      copies.other += found.other
      count.add(batch.lineCount, rows: batch.lines.count, batch.bad, of: path)
    } finish: {
      count
    }
    if let line = copies.firstLine {
      report(copies, firstAt: SourceLocation(file: path.text, line: line + 1))
    }
    return (table.finish(), count.bad.isEmpty)
  }

  /// Checks a file that is not read for its records here.
  mutating func check(_ name: SnapshotFileName, of snapshot: SnapshotFolder) {
    guard let path = snapshot.path(of: name) else { return }
    var count = LineCount()
    read(name, of: snapshot) { piece in
      var rows = 0
      let lines = piece.forEachLine { _, _ in rows += 1 }
      return (lines: lines, rows: rows)
    } merge: { batch in
      count.add(batch.lines, rows: batch.rows, [], of: path)
    } finish: {
      count
    }
  }

  private mutating func records<Record: Sendable>(
    _ name: SnapshotFileName, of snapshot: SnapshotFolder, names: [String],
    _ record: @Sendable (borrowing LineDecoder) throws(JSONFault) -> Record
  ) -> [Record] {
    guard let path = snapshot.path(of: name) else { return [] }
    var found: [Record] = []
    var count = LineCount()
    read(name, of: snapshot) { piece in
      RecordBatch.read(piece, names: names, record)
    } merge: { batch in
      found += batch.records
      count.add(batch.lineCount, rows: batch.records.count, batch.bad, of: path)
    } finish: {
      count
    }
    return found
  }

  private mutating func read<Batch: Sendable>(
    _ name: SnapshotFileName, of snapshot: SnapshotFolder,
    parse: @Sendable (LinePiece) -> Batch, merge: (Batch) -> Void, finish: () -> LineCount
  ) {
    guard let path = snapshot.path(of: name), let file = snapshot.file(name) else { return }
    do throws(FileError) {
      let sha256 = try LineFile(path: path, fileSystem: fileSystem).read(parse: parse, merge: merge)
      let count = finish()
      check(file, at: path, sha256, count)
      report(count.bad, in: path)
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
          severity: .warning, fix: "the record is left out and kept in quarantine"))
    }
    let more = bad.count - SnapshotReader.toldLines
    if more > 0 {
      diagnostics.append(
        Diagnostic(
          CommunityDataCodes.quarantined, "\(more) more records of \(path) could not be read",
          severity: .warning, fix: "see the quarantine file for all of them"))
    }
  }

  private mutating func report(_ copies: ItemTable.Copies, firstAt place: SourceLocation) {
    diagnostics.append(
      Diagnostic(
        CommunityDataCodes.duplicates,
        "\(copies.identical + copies.other) items come again with an id that is there already "
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
