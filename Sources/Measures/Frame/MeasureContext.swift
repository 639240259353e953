internal import Basics
internal import CommunityData

/// What decides about figures beside the items: whose they are, the calendar of the window, where what
/// is known ends, the threshold, and what the site tells.
struct MeasureContext: Sendable {
  /// Its slug.
  let community: String
  let calendar: WindowCalendar
  /// The last second the snapshot tells of, since 1970 UTC.
  let end: Int64
  let zoneOffset: Int64
  /// The fewest people a figure may be about.
  let threshold: Int
  var inputs: MeasureInputs

  /// `lastItem`: when the last item of the window was published, where that is known.
  init(_ community: Community, _ settings: MeasureSettings, lastItem: Int64?) {
    let window = community.manifest.window
    let zone = Int64(settings.zoneOffset)
    let from = window.from.secondsSinceEpoch
    let end = max(window.to.secondsSinceEpoch, from)
    // A window that ends at midnight does not open the day that begins then, unless an item does.
    let lastKnown = max(end - 1, from, lastItem ?? from)
    self.community = community.slug
    self.end = end
    zoneOffset = zone
    threshold = settings.threshold(for: community.manifest.scope)
    inputs = settings.inputs
    calendar = WindowCalendar(
      firstDay: Int(floorDivide(from + zone, 86_400)),
      lastDay: Int(floorDivide(lastKnown + zone, 86_400)), known: end + zone)
  }

  /// The day of a moment, counted from the window's first.
  func day(of moment: Int64) -> Int32 {
    Int32(floorDivide(moment + zoneOffset, 86_400) - Int64(calendar.firstDay))
  }

  /// How many days of the window, from its first, ended at least thirty days before the snapshot's end.
  var settledDays: Int {
    let last = end + 1 - PeopleColumns.newcomerSeconds + zoneOffset
    return min(max(0, Int(last / 86_400) - calendar.firstDay), calendar.dayCount)
  }
}
