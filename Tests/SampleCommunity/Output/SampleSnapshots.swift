package import Basics
package import CommunityData

/// Writes a history as canonical snapshots below a site's folder.
///
/// The first snapshot holds everything. Each later one holds what is new or other than in the one
/// before and says so; read together they give the state of the last day.
package func writeSampleSnapshots(
  of history: ForumHistory, into site: any FileSystem
) throws(SampleError) -> [SnapshotManifest] {
  var manifests: [SnapshotManifest] = []
  var before: ForumState?
  for moment in ForumHistory.snapshotMoments {
    let now = history.state(at: moment)
    manifests.append(try write(now, since: before, at: moment, into: site))
    before = now
  }
  return manifests
}

/// Why the snapshots were not written.
package enum SampleError: Error, CustomStringConvertible {
  case snapshot(SnapshotError)
  case path(SitePathError)

  package var description: String {
    switch self {
    case .snapshot(let error): error.diagnostic.message
    case .path(let error): error.description
    }
  }
}

private func write(
  _ state: ForumState, since before: ForumState?, at moment: Timestamp, into site: any FileSystem
) throws(SampleError) -> SnapshotManifest {
  let folder: SitePath
  do throws(SitePathError) {
    folder = try SitePath("Content/snapshots/\(ForumHistory.slug)/\(moment.day)")
  } catch {
    throw .path(error)
  }
  var writer = SnapshotWriter(
    manifest: manifest(at: moment, isPartial: before != nil), folder: folder, fileSystem: site)
  let news = state.news(since: before)
  writer.countRead(news.items.count)
  news.items.forEach { writer.append($0) }
  news.members.forEach { writer.append($0) }
  news.channels.forEach { writer.append($0) }
  news.credits.forEach { writer.append($0) }
  do throws(SnapshotError) {
    return try writer.finish()
  } catch {
    throw .snapshot(error)
  }
}

private func manifest(at moment: Timestamp, isPartial: Bool) -> SnapshotManifest {
  var manifest = SnapshotManifest(
    community: ForumHistory.slug, platform: ForumHistory.platform, origin: ForumHistory.origin,
    collected: moment,
    window: SnapshotManifest.Window(from: ForumHistory.beginning, to: moment))
  manifest.exporter = SnapshotManifest.Exporter(name: "sample-community", version: "1")
  manifest.licences = [SnapshotManifest.Licence(id: "CC0-1.0")]
  manifest.measurable = .everything
  if isPartial {
    manifest.complete = false
    manifest.gaps = ["items that did not change are in the snapshot before"]
  }
  return manifest
}

extension SnapshotManifest.Measurable {
  fileprivate static let everything = {
    var all = SnapshotManifest.Measurable()
    all.replies = true
    all.reactions = true
    all.threads = true
    all.urls = true
    all.edits = true
    all.roles = true
    return all
  }()
}

extension ForumState {
  /// What is new or other than before, with the people it names.
  fileprivate func news(since before: ForumState?) -> ForumState {
    guard let before else { return self }
    let old = Dictionary(uniqueKeysWithValues: before.items.map { ($0.id, $0) })
    var news = self
    news.items = items.filter { old[$0.id] != $0 }
    let named = Set(news.items.flatMap { [$0.attributedTo].compactMap(\.self) + $0.mentions })
    news.members = members.filter { named.contains($0.id) }
    news.credits = credits.filter { named.contains($0.member) }
    return news
  }
}
