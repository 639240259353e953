internal import Basics
internal import CommunityData

/// A community prepared for measuring: the window, the calendar, and what several metrics ask of rows,
/// threads and people, worked out once.
struct Frame: Sendable {
  let context: MeasureContext
  let community: Community
  /// The community's; a part of its own, since asking for all of it copies many columns.
  let items: ItemColumns
  /// The rows inside the window.
  let rows: Range<Int>
  /// One set a row, for all rows.
  let traits: [RowTraits]
  /// The day of a row, counted from the window's first, for all rows; -1 outside the window.
  let days: [Int32]
  let people: PeopleColumns
  let threads: ThreadColumns
  let codes: ItemCodes
  let links: LinkColumns
  /// What an earlier run found out about rising terms.
  var pastTerms: PastTerms?

  init(_ community: Community, _ settings: MeasureSettings, _ texts: TextFindings = .none) {
    let window = community.manifest.window
    let times = community.items.published
    let from = window.from.secondsSinceEpoch
    let end = max(window.to.secondsSinceEpoch, from)
    let rows = firstRow(at: from, in: times)..<firstRow(at: end + 1, in: times)
    let context = MeasureContext(community, settings, lastItem: rows.last.map { times[$0] })

    self.context = context
    self.community = community
    items = community.items
    codes = texts.codes
    links = texts.links
    self.rows = rows
    traits = RowTraits.all(of: community)
    days = times.indices.map { row in
      rows.contains(row) ? context.day(of: times[row]) : -1
    }
    people = PeopleColumns(community, rows, traits)
    threads = ThreadColumns(community, rows, traits, end: end)
  }

  var end: Int64 { context.end }
  var zoneOffset: Int64 { context.zoneOffset }
  var calendar: WindowCalendar { context.calendar }
  var inputs: MeasureInputs { context.inputs }
  var threshold: Int { context.threshold }

  func tells(_ field: MeasurableField) -> Bool { community.tells(field) }
}

extension Community {
  /// Whether the source tells a field.
  func tells(_ field: MeasurableField) -> Bool {
    let measurable = manifest.measurable
    return switch field {
    case .replies: measurable.replies
    case .reactions: measurable.reactions
    case .threads: measurable.threads
    case .urls: measurable.urls
    case .edits: measurable.edits
    case .roles: measurable.roles
    case .accepted: manifest.measured?.tellsAccepted ?? !items.accepted.isAbsent
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
