internal import Basics
internal import CommunityData

/// A community prepared for measuring: the window, the calendar, and what several metrics ask of rows,
/// threads and people, worked out once.
struct Frame: Sendable {
  let community: Community
  /// The community's; a part of its own, since asking for all of it copies many columns.
  let items: ItemColumns
  /// The rows inside the window.
  let rows: Range<Int>
  /// The last second the snapshot tells of, since 1970 UTC.
  let end: Int64
  let zoneOffset: Int64
  let calendar: WindowCalendar
  /// One set a row, for all rows.
  let traits: [RowTraits]
  /// The day of a row, counted from the window's first, for all rows; -1 outside the window.
  let days: [Int32]
  let people: PeopleColumns
  let threads: ThreadColumns
  let codes: ItemCodes
  let links: LinkColumns
  let inputs: MeasureInputs
  /// The fewest people a figure may be about.
  let threshold: Int
  /// What an earlier run found out about rising terms.
  var pastTerms: PastTerms?

  init(_ community: Community, _ settings: MeasureSettings, _ texts: TextFindings = .none) {
    let window = community.manifest.window
    let times = community.items.published
    let zone = Int64(settings.zoneOffset)
    let from = window.from.secondsSinceEpoch
    let end = max(window.to.secondsSinceEpoch, from)
    let rows = firstRow(at: from, in: times)..<firstRow(at: end + 1, in: times)
    // A window that ends at midnight does not open the day that begins then, unless an item does.
    let lastKnown = max(end - 1, from, rows.last.map { times[$0] } ?? from)
    let firstDay = floorDivide(from + zone, 86_400)
    let lastDay = floorDivide(lastKnown + zone, 86_400)

    self.community = community
    items = community.items
    codes = texts.codes
    links = texts.links
    inputs = settings.inputs
    threshold = settings.threshold(for: community.manifest.scope)
    self.rows = rows
    self.end = end
    zoneOffset = zone
    calendar = WindowCalendar(firstDay: Int(firstDay), lastDay: Int(lastDay), known: end + zone)
    traits = RowTraits.all(of: community)
    days = times.indices.map { row in
      rows.contains(row) ? Int32(floorDivide(times[row] + zone, 86_400) - firstDay) : -1
    }
    people = PeopleColumns(community, rows, traits)
    threads = ThreadColumns(community, rows, traits, end: end)
  }

  /// Whether the source tells a field.
  func tells(_ field: MeasurableField) -> Bool {
    let measurable = community.manifest.measurable
    return switch field {
    case .replies: measurable.replies
    case .reactions: measurable.reactions
    case .threads: measurable.threads
    case .urls: measurable.urls
    case .edits: measurable.edits
    case .roles: measurable.roles
    case .accepted: !items.accepted.isAbsent
    }
  }
}

/// The first row published at or after a moment; the column never falls.
private func firstRow(at moment: Int64, in times: [Int64]) -> Int {
  var low = 0
  var high = times.count
  while low < high {
    let middle = (low + high) / 2
    if times[middle] < moment { low = middle + 1 } else { high = middle }
  }
  return low
}
