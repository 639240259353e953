internal import Basics
internal import CommunityData

/// The Gitter archives that freeCodeCamp published: a table a room, newest message first.
///
/// Read twice: who is there and who answers whom can be known only when all has been seen, since a
/// room is written from its end. Message ids are MongoDB object ids, unique among all rooms.
enum GitterExport {
  static let format = ImportFormat(
    name: "gitter",
    title: "Gitter room archives (tab-separated)",
    files: "A folder or archive with one `.tsv` file a room: seven columns without a heading.",
    measurable: measurable,
    licences: [],
    example: """
      meadow import gitter gitter-freecodecamp.tar.gz --community freecodecamp \
      --origin https://gitter.im/FreeCodeCamp --date 2016-12-24
      """,
    recognition: "A file ending in `.tsv`.",
    recognises: { isTable($0.name) },
    read: { run throws(ImportError) in try read(&run) })

  private static var measurable: SnapshotManifest.Measurable {
    var measurable = SnapshotManifest.Measurable()
    measurable.replies = true
    measurable.urls = true
    return measurable
  }

  private static func read(_ run: inout ImportRun) throws(ImportError) {
    try announce(run)
    var rooms = ChannelChoice(run.request.channels)
    var names = GitterNames()
    var replies = GitterReplies()
    try forEachRecord(run.input) { record in
      guard case .row(let row) = record, let message = try? GitterMessage(row) else { return }
      rooms.note(Channel(id: message.room, name: message.roomName))
      names.note(message)
      if rooms.takes(message.room) { replies.note(message) }
    }
    try rooms.check()
    let parents = replies.resolved(names)
    try forEachRecord(run.input) { record in
      switch record {
      case .fault(let fault): run.quarantine(fault)
      case .row(let row): keep(row, rooms, GitterContext(names: names, parents: parents), &run)
      }
    }
    rooms.takenChannels.forEach { run.append($0) }
    run.namedMembers().forEach { run.append($0.member) }
  }

  private static func keep(
    _ row: DelimitedRow, _ rooms: ChannelChoice, _ context: GitterContext, _ run: inout ImportRun
  ) {
    do throws(RecordFault) {
      let message = try GitterMessage(row)
      if rooms.takes(message.room) {
        run.keep(context.item(message, &run), from: row.record)
      } else {
        run.withhold("in a channel that was not asked for")
      }
    } catch {
      run.quarantine(error)
    }
  }

  private static func announce(_ run: ImportRun) throws(ImportError) {
    var files = 0
    try run.input.listFiles { if isTable($0) { files += 1 } }
    guard files > 0 else {
      throw ImportError(
        ImportersCodes.missingInput,
        "there is no `.tsv` file in \(run.request.inputs.joined(separator: ", "))",
        fix: "give the folder or archive of the rooms")
    }
    for _ in 1...2 { run.input.announce(where: isTable) }
  }

  private static func forEachRecord(
    _ input: ExportInput, _ body: (DelimitedRecord) -> Void
  ) throws(ImportError) {
    try input.forEachFile(where: isTable) { (name, stream) throws(ImportError) in
      var reader = DelimitedReader(
        stream, file: name, columns: GitterMessage.columns, syntax: .tabs)
      while let record = try reader.next() { body(record) }
    }
  }

  @Sendable private static func isTable(_ name: String) -> Bool {
    name.lowercased().hasSuffix(".tsv")
  }
}
