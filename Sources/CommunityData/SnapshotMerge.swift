internal import Basics

/// Merges the snapshots of one community into one state.
struct SnapshotMerge {
  private let slug: String
  /// Oldest first.
  private let snapshots: [SnapshotFolder]
  private var reader: SnapshotReader

  init(_ slug: String, _ snapshots: [SnapshotFolder], in fileSystem: any FileSystem) {
    self.slug = slug
    self.snapshots = snapshots
    reader = SnapshotReader(in: fileSystem)
  }

  /// The community, or nil when a file is not what its manifest says.
  mutating func read() -> CommunityReading {
    let members = newest(SnapshotMerge.members, id: \.id)
    let channels = newest(SnapshotMerge.channels, id: \.id)
    var table = ItemTable()
    // Items of members that could not be read would all be faults, of one cause.
    let isReadable = !reader.diagnostics.hasErrors
    let isWhole = isReadable ? readItems(members, channels, into: &table) : []
    for snapshot in snapshots {
      if !isReadable { reader.check(.items, of: snapshot) }
      reader.check(.attribution, of: snapshot)
      reader.check(.quarantine, of: snapshot)
    }
    table.markDisappeared { published, age in disappeared(published, age, isWhole) }
    let diagnostics = reader.diagnostics.sortedByPlace()
    guard let manifest = snapshots.last?.manifest, !diagnostics.hasErrors else {
      return CommunityReading(
        community: nil, diagnostics: diagnostics, quarantined: reader.quarantined)
    }
    let (items, text) = table.finish()
    let community = Community(
      slug: slug, manifest: manifest, members: members, channels: channels, items: items,
      text: text)
    return CommunityReading(
      community: community, diagnostics: diagnostics, quarantined: reader.quarantined)
  }

  /// Whether each snapshot, newest first, could be read to its last line.
  private mutating func readItems(
    _ members: [Member], _ channels: [Channel], into table: inout ItemTable
  ) -> [Bool] {
    let memberIndex = TextIndex(members.map(\.id))
    let channelIndex = TextIndex(channels.map(\.id))
    var isWhole: [Bool] = []
    for (age, snapshot) in snapshots.reversed().enumerated() {
      let context = ItemContext(
        members: memberIndex, channels: channelIndex,
        latest: Timestamp(
          secondsSinceEpoch: snapshot.manifest.collected.secondsSinceEpoch + 86_400))
      if age == 0 { table.reserveCapacity(reader.expectedRows(of: snapshot)) }
      isWhole.append(reader.items(of: snapshot, in: context, age: age, into: &table))
    }
    return isWhole
  }

  /// When the first later snapshot that should hold an item, and could be read to its last line, was
  /// collected; an unread line might have been the item.
  private func disappeared(
    _ published: Int64, _ age: Int, _ isWhole: [Bool]
  ) -> Timestamp? {
    for later in stride(from: age - 1, through: 0, by: -1) {
      let snapshot = snapshots[snapshots.count - 1 - later]
      if isWhole[later], snapshot.covers(published) { return snapshot.manifest.collected }
    }
    return nil
  }

  /// Records of all snapshots by id, each in its newest state, sorted by id.
  private mutating func newest<Record>(
    _ records: (inout SnapshotReader, SnapshotFolder) -> [Record], id: (Record) -> String
  ) -> [Record] {
    var byID: [String: Record] = [:]
    for snapshot in snapshots {
      for record in records(&reader, snapshot) { byID[id(record)] = record }
    }
    return byID.sorted { $0.key < $1.key }.map(\.value)
  }

  private static func members(
    _ reader: inout SnapshotReader, _ snapshot: SnapshotFolder
  ) -> [Member] { reader.members(of: snapshot) }

  private static func channels(
    _ reader: inout SnapshotReader, _ snapshot: SnapshotFolder
  ) -> [Channel] { reader.channels(of: snapshot) }
}
