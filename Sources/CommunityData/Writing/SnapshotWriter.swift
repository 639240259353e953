package import Basics
internal import JSONText

/// Takes records as an importer reads them and writes them as one canonical snapshot: sorted, with
/// checksums, whole or not at all; the same records give the same bytes.
///
/// Copies of an item are withheld, an identical one as "identical copy", another as "other copy of
/// the same id" (the one edited last stays). A member, channel or credit given again replaces the
/// earlier one.
package struct SnapshotWriter {
  /// Completed by the importer while it reads; counts and files are filled in by `finish`.
  package var manifest: SnapshotManifest
  /// Whether the files are written as `.gz`.
  package var isCompressed = false
  /// In how many files the items come, each written as `.zst`; nil for one, as the others are written.
  package var parts: Int?
  /// The most there can be.
  package static let mostParts = SnapshotFileName.mostParts
  private let folder: SitePath
  private let fileSystem: any FileSystem
  private var line = ItemLine()
  private var items: ItemLines
  private var members: [String: Member] = [:]
  private var channels: [ExactText: Channel] = [:]
  private var credits: [String: Attribution] = [:]
  private var quarantined: QuarantineLines
  private var references = ItemReferences()

  /// `folder` is `Content/snapshots/<community>/<YYYY-MM-DD>`; the manifest's counts and files are
  /// filled in by the writer. Up to `memory` bytes of lines are held before they are spilled to a
  /// hidden folder beside the snapshot's. A writer that only counts puts no line of an item aside; it
  /// is settled and never finished.
  package init(
    manifest: SnapshotManifest, folder: SitePath, fileSystem: any FileSystem,
    memory: Int = 32 << 20, countsOnly: Bool = false
  ) {
    self.manifest = manifest
    self.manifest.counts = SnapshotManifest.Counts()
    self.folder = folder
    self.fileSystem = fileSystem
    let spill = countsOnly ? nil : LineSpill(beside: folder, in: fileSystem)
    items = ItemLines(memory: memory, spillingInto: spill)
    quarantined = QuarantineLines(
      blockSize: memory / 4,
      spillingInto: LineSpill(beside: folder, named: "quarantine", in: fileSystem))
  }

  package mutating func append(_ item: Item) {
    line.set(item)
    append(line)
  }

  /// An item that was written as a line at once.
  package mutating func append(_ line: ItemLine) {
    references.note(line)
    items.add(line)
  }

  package mutating func append(_ member: Member) { members[member.id] = member }

  package mutating func append(_ channel: Channel) {
    channels[ExactText(channel.id)] = channel
  }

  package mutating func append(_ credit: Attribution) { credits[credit.member] = credit }

  package mutating func quarantine(_ record: QuarantinedRecord) { quarantined.add(record) }

  /// Counts a record left out on purpose.
  package mutating func withhold(reason: String) {
    manifest.counts.withheld[reason, default: 0] += 1
  }

  /// Adds to the number of records read from the export.
  package mutating func countRead(_ records: Int) { manifest.counts.read += records }

  /// Finds the copies among the items, after the last one was given.
  package mutating func settle() throws(SnapshotError) {
    if items.isSettled { return }
    let copies = try onDisk { () throws(FileError) in try items.settle() }
    for (reason, count) in [
      ("identical copy", copies.identical), ("other copy of the same id", copies.others),
    ] where count > 0 {
      manifest.counts.withheld[reason, default: 0] += count
    }
  }

  /// What has been counted so far; copies are items until the writer is settled.
  package var counts: SnapshotManifest.Counts {
    var counts = manifest.counts
    counts.items = items.count
    counts.members = members.count
    counts.channels = channels.count
    counts.quarantined = quarantined.count
    return counts
  }

  /// Clears what was put aside on the disk, for a writer that is not to finish (`--dry-run`).
  package func discard() {
    items.discard()
    quarantined.discard()
  }

  /// Writes the snapshot and returns its manifest as written. A snapshot of the same content that
  /// is there already is left untouched. Afterwards, or after an error, the writer is spent.
  package mutating func finish() throws(SnapshotError) -> SnapshotManifest {
    defer { discard() }
    try settle()
    manifest.counts = counts
    try check()
    let wholeItems = isCompressed || parts != nil ? nil : items.onlyRun()
    var staged = try onDisk { () throws(FileError) in
      try StagedSnapshot(of: folder, in: fileSystem, compressed: isCompressed)
    }
    do throws(SnapshotError) {
      try onDisk { () throws(FileError) in try stage(in: &staged, wholeItems) }
      var written = manifest
      written.files = staged.files
      try check(written)
      let isThere = try onDisk { () throws(FileError) in
        try staged.publish(manifest: written.encoded)
      }
      if isThere { return written }
      throw SnapshotError(.alreadyThere, folder: folder)
    } catch {
      staged.abandon()
      throw error
    }
  }

  private func onDisk<Result>(
    _ body: () throws(FileError) -> Result
  ) throws(SnapshotError) -> Result {
    do throws(FileError) {
      return try body()
    } catch {
      throw SnapshotError(.disk(error), folder: folder)
    }
  }

  private func check() throws(SnapshotError) {
    let counts = manifest.counts
    if !counts.addUp {
      let withheld = counts.withheld.values.reduce(0, +)
      throw SnapshotError(
        .countsDoNotAddUp(
          read: counts.read, items: counts.items, withheld: withheld,
          quarantined: counts.quarantined),
        folder: folder)
    }
    let named = members.values.filter { $0.display != nil && $0.role != .staff }
    if let id = named.map(\.id).min() {
      throw SnapshotError(.namedMember(id: id), folder: folder)
    }
    if let missing = references.firstMissing(members: members, channels: channels) {
      throw SnapshotError(missing, folder: folder)
    }
  }

  /// Whatever is written can be read again: the reader's own rules decide.
  private func check(_ manifest: SnapshotManifest) throws(SnapshotError) {
    let source = SourceText(file: folder.text + "/manifest.json", bytes: manifest.encoded)
    if let fault = ManifestReader.read(source).diagnostics.first {
      throw SnapshotError(.unreadableManifest(fault), folder: folder)
    }
  }

  /// Files by name, so that the manifest's list is sorted.
  private func stage(
    in staged: inout StagedSnapshot, _ wholeItems: LineRunFile?
  ) throws(FileError) {
    try stage(.attribution, credits, in: &staged) { $0.write($1) }
    try stage(.channels, channels, in: &staged) { $0.write($1) }
    if let parts {
      try staged.addItems(inParts: parts, rows: items.count) { write throws(FileError) in
        try items.inOrder(write)
      }
    } else if let wholeItems {
      try staged.take(.items, rows: items.count, from: wholeItems)
    } else {
      try staged.add(.items, rows: items.count) { write throws(FileError) in
        try items.inOrder(write)
      }
    }
    try stage(.members, members, in: &staged) { $0.write($1) }
    if quarantined.count == 0 { return }
    try staged.add(.quarantine, rows: quarantined.count) { write throws(FileError) in
      try quarantined.inOrder(write)
    }
  }

  /// Records by id. A file without records is left out, save that of the members.
  private func stage<Key: Comparable, Record>(
    _ name: SnapshotFileName, _ records: [Key: Record], in staged: inout StagedSnapshot,
    encode: (inout JSONWriter, Record) -> Void
  ) throws(FileError) {
    if records.isEmpty, name != .members { return }
    var json = JSONWriter()
    for (_, record) in records.sorted(by: { $0.key < $1.key }) { encode(&json, record) }
    try staged.add(name, rows: records.count) { write throws(FileError) in
      try write(json.bytes)
    }
  }
}
