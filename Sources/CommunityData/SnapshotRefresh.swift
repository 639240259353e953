package import Basics

/// What a new snapshot of a community brings against those before it: `+1,204 ~31 −5`.
package struct SnapshotRefresh: Sendable, Equatable {
  /// The day of the newest snapshot before it.
  package var since: CalendarDay
  /// Items that no snapshot before had.
  package var new = 0
  /// Items that say something else than in the newest snapshot that has them.
  package var changed = 0
  /// Items that should be in it and are not: they become deleted.
  package var vanished = 0

  package init(since: CalendarDay) {
    self.since = since
  }

  /// Compares the snapshot in `folder` with the older ones beside it; nil when there is none.
  package static func of(
    _ folder: SitePath, in fileSystem: any FileSystem
  ) throws(FileError) -> SnapshotRefresh? {
    guard let day = CalendarDay(folder.name) else { return nil }
    var finder = SnapshotFinder(in: fileSystem)
    let all = finder.find(folder.folder.name, upTo: day, at: folder.folder.folder)
    guard all.count > 1, let newest = all.last, newest.day == day else { return nil }
    var state = RefreshState()
    for snapshot in all.dropLast() { try state.take(snapshot, in: fileSystem) { _ in } }
    var refresh = SnapshotRefresh(since: all[all.count - 2].day)
    refresh.vanished = try state.take(newest, in: fileSystem) { change in
      switch change {
      case .new: refresh.new += 1
      case .changed: refresh.changed += 1
      case .same: break
      }
    }
    return refresh
  }
}

/// What the snapshots so far say of each item, as hashes of its line.
private struct RefreshState {
  enum Change { case new, changed, same }

  private struct Known {
    var line: UInt64
    var published: Int64
    /// The number of the snapshot that had it last.
    var snapshot: Int32
    var isGone: Bool
  }

  private var items: [UInt64: Known] = [:]
  private var count: Int32 = 0

  /// Takes a snapshot over and says what it does to each of its items; the number of items that
  /// it should hold and does not.
  @discardableResult
  mutating func take(
    _ snapshot: SnapshotFolder, in fileSystem: any FileSystem, _ say: (Change) -> Void
  ) throws(FileError) -> Int {
    count += 1
    let parts = snapshot.parts(of: .items)
    if parts.isEmpty { return 0 }
    for part in parts {
      try SnapshotLines(path: part.path, fileSystem: fileSystem).forEachWindow {
        window throws(FileError) in
        for line in window.split(separator: 0x0A) { note(line, say) }
      }
    }
    var vanished = 0
    for (id, known) in items
    where known.snapshot != count && !known.isGone && snapshot.covers(known.published) {
      items[id]?.isGone = true
      vanished += 1
    }
    return vanished
  }

  private mutating func note(_ line: ArraySlice<UInt8>, _ say: (Change) -> Void) {
    guard let id = RefreshState.value(of: "\"id\":\"", in: line) else { return }
    let key = id.withUnsafeBufferPointer(hash)
    let published = RefreshState.value(of: "\"published\":\"", in: line).flatMap {
      Timestamp(rfc3339: $0)
    }
    let isGone = RefreshState.value(of: "\"deleted\":\"", in: line) != nil
    let known = Known(
      line: line.withUnsafeBufferPointer(hash), published: published?.secondsSinceEpoch ?? 0,
      snapshot: count, isGone: isGone)
    let before = items.updateValue(known, forKey: key)
    say(before == nil ? .new : before?.line == known.line ? .same : .changed)
  }

  /// The text behind the first such name; a name inside a text has its quotation marks escaped.
  private static func value(of name: StaticString, in line: ArraySlice<UInt8>) -> ArraySlice<UInt8>?
  {
    let wanted = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    return line.withUnsafeBufferPointer { bytes -> Range<Int>? in
      var index = 0
      while index + wanted.count < bytes.count {
        if bytes[index] == 0x22, bytes[index + 1] == wanted[1],
          bytes[index..<index + wanted.count].elementsEqual(wanted)
        {
          var end = index + wanted.count
          while end < bytes.count, bytes[end] != 0x22 { end += bytes[end] == 0x5C ? 2 : 1 }
          return index + wanted.count..<min(end, bytes.count)
        }
        index += 1
      }
      return nil
    }.map { line[(line.startIndex + $0.lowerBound)..<(line.startIndex + $0.upperBound)] }
  }
}
