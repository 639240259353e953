internal import CommunityData

extension Metric {
  static let giveAndTake = Metric(
    id: .giveAndTake,
    title: "Give and take",
    definition: "Whether staff gave more to the place than they asked of it.",
    formula: """
      Counted items by staff that are not deleted. An item asks if it has the code `request`, `survey` \
      or `announcement`, or links to a page of our own (`owned` in the site's media) where nobody had \
      asked. An item gives if it does not ask and is an answer (of type answer, or in a thread that \
      somebody else began with a question), or has the code `information` or `thanks`. Whoever wraps a \
      request in thanks has asked. The share is of the items that give or ask; the others are told as \
      unclassed. In the segments an item counts for each kind it is.
      """,
    parts: [
      Part("asked", .items, "Staff items that ask something of the place"),
      Part("gave", .items, "Staff items that give something to the place"),
      Part("gave_share", .share, "Share that gives", better: .up),
      Part("unclassed", .items, "Staff items that do neither"),
    ],
    segments: [
      Cut("kind=announcement", "Of what asks: announcements"),
      Cut("kind=own_link", "Links to pages of our own, unasked"),
      Cut("kind=request", "Requests"), Cut("kind=survey", "Surveys"),
      Cut("kind=answer", "Of what gives: answers"), Cut("kind=information", "Information"),
      Cut("kind=thanks", "Thanks"),
    ],
    periods: [.month, .quarter, .year, .all],
    source: "Ours: give in order to receive",
    weaknesses: [
      "An announcement people have waited for counts as taking.",
      "Requests and thanks in words that the codex does not know are missed.",
    ],
    needs: [.threads, .roles],
    example: WorkedExample(
      until: "2018-01-31 23:59",
      [
        .init("t1", "ana", "2018-01-03 09:00", .question, text: "Where is the log?"),
        .init("t1", "desk (staff)", "2018-01-03 10:00", .answer, text: "In the second tab."),
        .init("t2", "desk (staff)", "2018-01-04 09:00", text: "Please join our survey, thanks!"),
        .init("t3", "desk (staff)", "2018-01-05 09:00", text: "Thanks, Ana, that was a find."),
        .init("t4", "desk (staff)", "2018-01-06 09:00", text: "Good morning."),
        .init("t5", "desk (staff)", "2018-01-07 09:00", text: "https://example.net/shop is open."),
      ],
      with: MeasureInputs(media: [MediaAsset(address: "example.net", kind: .owned)]),
      gives: [
        .init("gave", "2018-01", is: 2), .init("asked", "2018-01", is: 2),
        .init("gave_share", "2018-01", is: 0.5), .init("unclassed", "2018-01", is: 1),
        .init("asked", "2018-01", "kind=survey", is: 1),
        .init("asked", "2018-01", "kind=own_link", is: 1),
        .init("gave", "2018-01", "kind=thanks", is: 1),
      ]),
    procedure: .plain(measureGiveAndTake))
}

/// What a staff item does.
private enum Deed: String, CaseIterable {
  case announcement
  case ownLink = "own_link"
  case request, survey, answer, information, thanks

  /// The code of the codex that tells it; the others are told by place and links.
  var code: String? { self == .ownLink || self == .answer ? nil : rawValue }

  var isAsking: Bool {
    switch self {
    case .announcement, .ownLink, .request, .survey: true
    case .answer, .information, .thanks: false
    }
  }
}

private func measureGiveAndTake(_ frame: Frame) -> Findings {
  let deeds = StaffDeeds(frame)
  var asked = Tally(frame.calendar)
  var (gave, unclassed) = (asked, asked)
  var byDeed = Dictionary(uniqueKeysWithValues: Deed.allCases.map { ($0, Tally(frame.calendar)) })
  for row in frame.rows where frame.traits[row].contains(.byStaff) && frame.isRead(row) {
    let all = deeds.deeds(ofRow: row)
    let asks = all.contains(where: \.isAsking)
    for deed in all where deed.isAsking == asks { byDeed[deed]?.count(day: frame.days[row]) }
    if asks {
      asked.count(day: frame.days[row])
    } else if all.isEmpty {
      unclassed.count(day: frame.days[row])
    } else {
      gave.count(day: frame.days[row])
    }
  }
  let kinds = Metric.giveAndTake.periods
  var rows = [("asked", asked), ("gave", gave), ("unclassed", unclassed)].flatMap {
    $1.findings($0, kinds, .all, frame.calendar)
  }
  rows += shares("gave_share", of: gave, in: gave + asked, .all, frame.calendar)
    .filter { kinds.contains($0.place.period.kind) }
  for deed in Deed.allCases {
    guard let tally = byDeed[deed] else { continue }
    rows += tally.findings(
      deed.isAsking ? "asked" : "gave", kinds, Segment("kind", deed.rawValue), frame.calendar)
  }
  return Findings(rows: rows)
}

/// Tells what an item by staff does.
private struct StaffDeeds {
  let frame: Frame
  let codes: [(deed: Deed, number: Int?)]
  /// Whether each page that is linked to is the organisation's own.
  let isOwned: [Bool]

  init(_ frame: Frame) {
    self.frame = frame
    codes = Deed.allCases.compactMap { deed in
      deed.code.map { (deed, frame.codes.number(of: $0)) }
    }
    let media = MediaClasses(frame.inputs.media)
    isOwned = frame.links.links.map { media.kind(of: $0) == .owned }
  }

  func deeds(ofRow row: Int) -> [Deed] {
    var found = codes.filter { frame.codes.has($0.number, row) }.map(\.deed)
    let isAnswer = isAnswer(row)
    if isAnswer { found.append(.answer) }
    let isAsked = isAnswer || isResponse(row)
    if !isAsked, frame.links.pages(ofRow: row).contains(where: { isOwned[Int($0)] }) {
      found.append(.ownLink)
    }
    return found
  }

  private func isAnswer(_ row: Int) -> Bool {
    if frame.items.types[row] == .answer { return true }
    let thread = Int(frame.threads.ofRow[row])
    guard thread >= 0 else { return false }
    let start = Int(frame.threads.starts[thread])
    return start != row && frame.traits[start].contains(.isQuestion)
      && !frame.traits[start].contains(.byStaff)
  }

  /// In a thread that somebody else than staff began.
  private func isResponse(_ row: Int) -> Bool {
    let thread = Int(frame.threads.ofRow[row])
    guard thread >= 0 else { return false }
    let start = Int(frame.threads.starts[thread])
    return start != row && !frame.traits[start].contains(.byStaff)
  }
}
