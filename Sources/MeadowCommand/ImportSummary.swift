internal import Basics
internal import CommunityData

/// What an import did, with counts that add up in sight of everyone.
enum ImportSummary {
  static func text(_ manifest: SnapshotManifest, _ refresh: SnapshotRefresh? = nil) -> String {
    let counts = manifest.counts
    var lines = [
      "\(manifest.community), \(manifest.window.from.day) to \(manifest.window.to.day)",
      "  \(countText(counts.read, "record")) read",
      "= \(countText(counts.items, "item")) by \(countText(counts.members, "member"))"
        + " in \(countText(counts.channels, "channel"))",
    ]
    for (reason, count) in counts.withheld.sorted(by: { $0.key < $1.key }) {
      lines.append("+ \(numberText(count)) withheld: \(reason)")
    }
    lines.append("+ \(numberText(counts.quarantined)) quarantined")
    if let refresh { lines.append(text(refresh)) }
    return lines.joined(separator: "\n")
  }

  /// `since 2026-10-31: +1,204 ~31 −5 (new, edited, vanished)`
  private static func text(_ refresh: SnapshotRefresh) -> String {
    "since \(refresh.since): +\(numberText(refresh.new)) ~\(numberText(refresh.changed))"
      + " −\(numberText(refresh.vanished)) (new, edited, vanished)"
  }
}
