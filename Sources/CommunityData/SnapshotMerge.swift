internal import Basics

/// Merges the snapshots of one community into one state, oldest first; what an earlier run made of the
/// older ones is taken from the cache.
struct SnapshotMerge {
  private let slug: String
  /// Oldest first.
  private let snapshots: [SnapshotFolder]
  private var reader: SnapshotReader
  private let cache: CommunityCache?

  init(
    _ slug: String, _ snapshots: [SnapshotFolder], in fileSystem: any FileSystem,
    cache: CacheFolder?
  ) {
    self.slug = slug
    self.snapshots = snapshots
    reader = SnapshotReader(in: fileSystem)
    self.cache = cache.map { CommunityCache(slug, snapshots, in: fileSystem, cache: $0) }
  }

  /// The community, or nil when a file is not what its manifest says.
  mutating func read() -> CommunityReading {
    var notes: [Diagnostic] = []
    var state = cache?.read(&notes) ?? MergedCommunity()
    let unread = snapshots[state.snapshots...]
    var known = cache?.key(ofFirst: state.snapshots).map { KnownRows.Past(state.items, $0) }
    if !unread.isEmpty, !read(unread, into: &state) { known = nil }
    let numbers =
      snapshots.last.flatMap { $0.manifest.measured == nil ? nil : reader.numbers(of: $0) }
    let diagnostics = notes + reader.diagnostics.sortedByPlace()
    guard let manifest = snapshots.joinedManifest, !diagnostics.hasErrors else {
      return CommunityReading(
        community: nil, diagnostics: diagnostics, quarantined: reader.quarantined)
    }
    state.items.resolveThreads()
    // What has to be told again at each reading is not kept.
    if !unread.isEmpty, reader.diagnostics.isEmpty { cache?.write(state) }
    var community = Community(
      slug: slug, manifest: manifest, members: state.members, channels: state.channels,
      items: state.items.items, text: state.items.text)
    community.snapshots = snapshots.map(\.manifest)
    community.numbers = numbers
    community.key = cache?.key(ofFirst: snapshots.count)
    community.known = unread.isEmpty ? nil : known?.rows(in: state.items)
    return CommunityReading(
      community: community, diagnostics: diagnostics, quarantined: reader.quarantined)
  }

  /// False when all had to be read, those that were known as well.
  private mutating func read(
    _ unread: ArraySlice<SnapshotFolder>, into state: inout MergedCommunity
  ) -> Bool {
    let members = newest(of: unread, over: state.members, SnapshotMerge.members, id: \.id)
    let channels = newest(of: unread, over: state.channels, SnapshotMerge.channels) {
      ExactText($0.id)
    }
    // An older snapshot may mention somebody who became a member now.
    if !state.knows(members, channels) {
      state = MergedCommunity()
      reader = SnapshotReader(in: reader.fileSystem)
      _ = read(snapshots[...], into: &state)
      return false
    }
    // Items of members that could not be read would all be faults, of one cause.
    let isReadable = !reader.diagnostics.hasErrors
    if isReadable { readItems(of: unread, into: &state) }
    for snapshot in unread {
      if !isReadable { reader.check(.items, of: snapshot) }
      reader.check(.attribution, of: snapshot)
      reader.check(.quarantine, of: snapshot)
    }
    return true
  }

  private mutating func readItems(
    of unread: ArraySlice<SnapshotFolder>, into state: inout MergedCommunity
  ) {
    let members = TextIndex(state.members.map(\.id))
    let channels = TextIndex(state.channels.map(\.id))
    for snapshot in unread {
      let context = ItemContext(
        members: members, channels: channels,
        latest: SnapshotManifest.latest(collectedAt: snapshot.manifest.collected))
      let (items, isWhole) = reader.items(of: snapshot, in: context)
      state.add(items, of: snapshot, isWhole: isWhole)
    }
  }

  /// Records of snapshots by id, each in its newest state, sorted by id.
  private mutating func newest<Record, ID: Comparable & Hashable>(
    of unread: ArraySlice<SnapshotFolder>, over known: [Record],
    _ records: (inout SnapshotReader, SnapshotFolder) -> [Record], id: (Record) -> ID
  ) -> [Record] {
    var newest = known
    for snapshot in unread {
      let found = records(&reader, snapshot)
      if newest.isEmpty, isAscending(found, id) {
        newest = found
        continue
      }
      newest =
        isAscending(found, id) ? merged(newest, found, id) : mergedUnsorted(newest, found, id)
    }
    return newest
  }

  /// Both sorted by id; of two with the same id the second's.
  private func merged<Record, ID: Comparable>(
    _ old: [Record], _ new: [Record], _ id: (Record) -> ID
  ) -> [Record] {
    var merged: [Record] = []
    merged.reserveCapacity(old.count + new.count)
    var rest = old[...]
    for record in new {
      let own = id(record)
      while let next = rest.first, id(next) < own { merged.append(rest.removeFirst()) }
      if let next = rest.first, id(next) == own { rest.removeFirst() }
      merged.append(record)
    }
    return merged + rest
  }

  private func mergedUnsorted<Record, ID: Comparable & Hashable>(
    _ old: [Record], _ new: [Record], _ id: (Record) -> ID
  ) -> [Record] {
    var byID = Dictionary(old.map { (id($0), $0) }) { $1 }
    for record in new { byID[id(record)] = record }
    return byID.sorted { $0.key < $1.key }.map(\.value)
  }

  private func isAscending<Record, ID: Comparable>(
    _ records: [Record], _ id: (Record) -> ID
  ) -> Bool {
    zip(records, records.dropFirst()).allSatisfy { id($0) < id($1) }
  }

  private static func members(
    _ reader: inout SnapshotReader, _ snapshot: SnapshotFolder
  ) -> [Member] { reader.members(of: snapshot) }

  private static func channels(
    _ reader: inout SnapshotReader, _ snapshot: SnapshotFolder
  ) -> [Channel] { reader.channels(of: snapshot) }
}
