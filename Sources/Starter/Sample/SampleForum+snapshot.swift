internal import Basics
internal import CommunityData

extension SampleForum {
  /// Writes the forum as one canonical snapshot below `Content`.
  func write(into site: any FileSystem) throws(StarterRefusal) {
    let window = story.window
    var manifest = SnapshotManifest(
      community: StarterNames.community, platform: "discourse", origin: StarterNames.origin,
      collected: window.to, window: SnapshotManifest.Window(from: window.from, to: window.to))
    manifest.exporter = SnapshotManifest.Exporter(name: "meadow new, invented", version: "1")
    manifest.licences = [SnapshotManifest.Licence(id: "CC0-1.0")]
    manifest.measurable.replies = true
    manifest.measurable.reactions = true
    manifest.measurable.threads = true
    manifest.measurable.urls = true
    manifest.measurable.roles = true
    let folder = try starterPath("snapshots/\(StarterNames.community)/\(window.to.day)")
    var writer = SnapshotWriter(manifest: manifest, folder: folder, fileSystem: site)
    writer.countRead(items.count)
    for item in items { writer.append(item) }
    for member in members { writer.append(member) }
    writer.append(Channel(id: "help", name: phrases.channel))
    // Whoever is quoted is credited.
    writer.append(
      Attribution(
        member: regulars[0], name: "heather-field",
        profile: "\(StarterNames.origin)/u/heather-field"))
    do throws(SnapshotError) {
      _ = try writer.finish()
    } catch {
      throw .finding(error.diagnostic)
    }
  }
}
