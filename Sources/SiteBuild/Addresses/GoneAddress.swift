internal import Basics
internal import MarkdownHTML

/// An address that the author took down for good: one entry of `gone:` in `site.yaml`.
struct GoneAddress: Sendable {
  var address: OldAddress?
  var since = CalendarDay(daysSinceEpoch: 0)
  /// Told to readers who come to the address.
  var reason = ""

  static let schema = Schema<GoneAddress>(
    kind: "an address that is gone",
    keys: [
      .required(
        "address", .oldAddress, "What is gone: `insights/old/`, or `notes/*` for all below."
      ) { $0.address = $1 },
      .required("since", .day, "Since when.") { $0.since = $1 },
      .required("reason", .text, "Why, for readers who come there.") { $0.reason = $1 },
    ])
}
