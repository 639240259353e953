internal import Basics
internal import CommunityData

/// The content licences of Stack Exchange, each from a day on (stackoverflow.com/help/licensing).
enum StackExchangeLicence {
  private static let credit = "author's name with a link to the profile, and a link to the post"
  private static let version3 = Timestamp(secondsSinceEpoch: 1_302_220_800)  // 2011-04-08
  private static let version4 = Timestamp(secondsSinceEpoch: 1_525_219_200)  // 2018-05-02

  static let history: [SnapshotManifest.Licence] = [
    SnapshotManifest.Licence(id: "CC-BY-SA-2.5", until: version3, attribution: credit),
    SnapshotManifest.Licence(id: "CC-BY-SA-3.0", until: version4, attribution: credit),
    SnapshotManifest.Licence(id: "CC-BY-SA-4.0", attribution: credit),
  ]

  /// The licence of a text that was written at a time.
  static func id(writtenAt time: Timestamp) -> String {
    history.first { licence in licence.until.map { time < $0 } ?? true }?.id ?? "CC-BY-SA-4.0"
  }

  /// Newer dumps say it themselves: `"CC BY-SA 4.0"` → `"CC-BY-SA-4.0"`.
  static func id(stated text: String) -> String? {
    let id = text.replacing(" ", with: "-")
    return history.contains { $0.id == id } ? id : nil
  }
}
