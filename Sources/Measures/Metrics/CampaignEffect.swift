internal import Basics
internal import CommunityData

extension Metric {
  static let campaignEffect = Metric(
    id: .campaignEffect,
    title: "Around campaigns",
    definition: "What coincides with a campaign or event: eight weeks before, during and after it.",
    formula: """
      The mean number a week of counted items, of new contributors and of items with each code, in the \
      eight weeks before the campaign, in its whole weeks, and in the eight weeks after it. Weeks are \
      seven days from the day the stretch begins; an event, and a campaign of fewer than seven days, \
      has one week. The change is after less before, the change during is during less before, each \
      with a 95% bootstrap interval (2,000 resamples of the weeks, fixed seed, percentiles of type \
      7). A stretch that lies outside the window or is not over has no number. New people have no \
      interval where a week had fewer of them than the threshold.
      """,
    parts: [
      Part("after", .perWeek, "A week, in the eight weeks after", people: true),
      Part("before", .perWeek, "A week, in the eight weeks before", people: true),
      Part("change", .perWeek, "After less before", people: true),
      Part("change_during", .perWeek, "During less before", people: true),
      Part("during", .perWeek, "A week, during it", people: true),
    ],
    segments: [
      Cut("campaign=ID;measure=items", "Items published"),
      Cut("campaign=ID;measure=new_contributors", "People who wrote for the first time"),
      Cut("campaign=ID;measure=CODE", "Items with a code of the codex"),
    ],
    periods: [.all],
    source: "Ours; interval after Efron 1979",
    weaknesses: [
      "What coincides need not be caused: holidays, releases and other campaigns fall in the same weeks.",
      "Weeks that follow one another are alike, so that the intervals are rather too narrow.",
    ],
    needs: [],
    example: WorkedExample(
      until: "2018-05-31 23:59",
      (0..<17).map { week -> WorkedExample.Post in
        let day = CalendarDay(daysSinceEpoch: 17_536 + 7 * week)
        return .init("t1", "ana", "\(day) 09:00", .reply, count: week < 8 ? 2 : week == 8 ? 9 : 5)
      },
      with: MeasureInputs(campaigns: [
        CampaignDays(
          id: "release", from: CalendarDay(daysSinceEpoch: 17_592), to: nil,
          communities: ["example"])
      ]),
      gives: [
        .init("before", "all", "campaign=release;measure=items", is: 2),
        .init("during", "all", "campaign=release;measure=items", is: 9),
        .init("after", "all", "campaign=release;measure=items", is: 5),
        .init("change", "all", "campaign=release;measure=items", is: 3),
        .init("change_during", "all", "campaign=release;measure=items", is: 7),
      ]),
    procedure: .people(CampaignCounts.self))
}

/// New people by day, and what else is counted around campaigns: by day, or as it was told.
private struct CampaignCounts: PeopleCounts {
  private let new: Tally
  private let others: Others

  private enum Others {
    case counted([CampaignSeries])
    case told([Finding])
  }

  init(_ frame: Frame) {
    new = frame.newPeople
    others = .counted(frame.context.felt.isEmpty ? [] : CampaignSeries.ofItems(frame))
  }

  init(_ figures: MeasuredFigures) throws(MeasuredFault) {
    new = figures.tally(.new)
    let newcomers = Set(figures.context.felt.map { Segment.newPeople(around: $0) })
    let told = try figures.findings(of: .campaignEffect, open: nil)
    others = .told(told.filter { !newcomers.contains($0.place.segment) })
  }

  func findings(_ context: MeasureContext) -> Findings {
    guard !context.felt.isEmpty else {
      return Findings(rows: Metric.campaignEffect.parts.map { Finding(nothingToldFor: $0.name) })
    }
    var findings = Findings()
    if case .told(let rows) = others { findings.rows = rows }
    for campaign in context.felt {
      let stretch = CampaignStretch(campaign, context.calendar)
      let people = CampaignSeries(name: newMeasure, tally: new, isAboutPeople: true)
      findings.add(people, around: stretch, .newPeople(around: campaign), context)
      guard case .counted(let series) = others else { continue }
      for one in series {
        let segment = Segment([("campaign", campaign.id), ("measure", one.name)])
        findings.add(one, around: stretch, segment, context)
      }
    }
    return findings
  }
}

private let newMeasure = "new_contributors"

extension Segment {
  /// Whether a number around a campaign counts the people who came, and not items.
  var countsNewPeople: Bool {
    pairs.contains { $0.key == "measure" && $0.value == newMeasure }
  }

  fileprivate static func newPeople(around campaign: CampaignDays) -> Segment {
    Segment([("campaign", campaign.id), ("measure", newMeasure)])
  }
}

/// One thing that is counted around campaigns.
private struct CampaignSeries {
  let name: String
  let tally: Tally
  let isAboutPeople: Bool

  static func ofItems(_ frame: Frame) -> [CampaignSeries] {
    var items = Tally(frame.calendar)
    var codes = frame.codes.names.map { _ in Tally(frame.calendar) }
    for row in frame.rows where frame.traits[row].contains(.counted) {
      items.count(day: frame.days[row])
      for mark in frame.codes[row] where Int(mark.code) < codes.count {
        codes[Int(mark.code)].count(day: frame.days[row])
      }
    }
    return [CampaignSeries(name: "items", tally: items, isAboutPeople: false)]
      + zip(frame.codes.names, codes).map {
        CampaignSeries(name: $0, tally: $1, isAboutPeople: false)
      }
  }

  /// By week; nil where a week is not known.
  func counts(_ weeks: [Range<Int>], _ context: MeasureContext) -> [Int]? {
    guard CampaignStretch.isKnown(weeks, context) else { return nil }
    return weeks.map { tally.days[$0].reduce(0, +) }
  }
}

extension Findings {
  fileprivate mutating func add(
    _ series: CampaignSeries, around stretch: CampaignStretch, _ segment: Segment,
    _ context: MeasureContext
  ) {
    let place = Measurement.Place(period: .all, segment: segment, cutOff: [])
    let all = [("before", stretch.before), ("during", stretch.during), ("after", stretch.after)]
    var pieces: [String: CampaignPiece] = [:]
    for (part, weeks) in all {
      guard let counts = series.counts(weeks, context) else {
        rows.append(Finding(part: part, place: place, outcome: .undefined(.nothing)))
        continue
      }
      let piece = CampaignPiece(weeks: weeks, counts: counts)
      pieces[part] = piece
      let cells = series.isAboutPeople ? [tell(piece, context)] : []
      rows.append(
        Finding(
          part: part, place: place, outcome: .estimate(Estimate(piece.mean, n: counts.count)),
          rests: cells))
    }
    for (part, later) in [("change", "after"), ("change_during", "during")] {
      guard let before = pieces["before"], let after = pieces[later] else {
        rows.append(Finding(part: part, place: place, outcome: .undefined(.nothing)))
        continue
      }
      rows.append(change(part, place, [before, after], series.isAboutPeople ? context : nil))
    }
  }

  /// The count of the people of a whole stretch.
  private mutating func tell(_ piece: CampaignPiece, _ context: MeasureContext) -> PeopleCell {
    let cell = context.newCell(piece.days)
    people[cell] = piece.sum
    return cell
  }

  /// `context` where people are counted: then the interval tells the weeks' counts too.
  private mutating func change(
    _ part: String, _ place: Measurement.Place, _ pieces: [CampaignPiece],
    _ context: MeasureContext?
  ) -> Finding {
    let (before, after) = (pieces[0], pieces[1])
    var estimate = Estimate(after.mean - before.mean, n: before.counts.count + after.counts.count)
    var cells: [PeopleCell] = []
    var maySpread = true
    if let context {
      cells = pieces.map { context.newCell($0.days) }
      let weeks = pieces.flatMap { zip($0.weeks, $0.counts) }
      maySpread = weeks.allSatisfy { !(1..<context.threshold).contains($1) }
      for (days, count) in maySpread ? weeks : [] {
        people[context.newCell(days)] = count
        cells.append(context.newCell(days))
      }
    }
    if maySpread, let (low, high) = Bootstrap.interval(from: before.counts, to: after.counts) {
      estimate.low = low
      estimate.high = high
    }
    return Finding(part: part, place: place, outcome: .estimate(estimate), rests: cells)
  }
}

/// The counts of one stretch by week.
private struct CampaignPiece {
  let weeks: [Range<Int>]
  let counts: [Int]

  var sum: Int { counts.reduce(0, +) }
  var mean: Double { Double(sum) / Double(counts.count) }
  var days: Range<Int> { weeks[0].lowerBound..<weeks[weeks.count - 1].upperBound }
}
