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
      with a 95 % bootstrap interval (2,000 resamples of the weeks, fixed seed, percentiles of type \
      7). A stretch that lies outside the window or is not over has no number. New people have no \
      interval where a week had fewer of them than the threshold.
      """,
    parts: [
      Part("after", .ratio, "A week, in the eight weeks after", people: true),
      Part("before", .ratio, "A week, in the eight weeks before", people: true),
      Part("change", .ratio, "After less before", people: true),
      Part("change_during", .ratio, "During less before", people: true),
      Part("during", .ratio, "A week, during it", people: true),
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
    measure: measureCampaignEffect)
}

private func measureCampaignEffect(_ frame: Frame) -> Findings {
  let felt = frame.felt
  guard !felt.isEmpty else {
    return Findings(rows: Metric.campaignEffect.parts.map { Finding(nothingToldFor: $0.name) })
  }
  let series = CampaignSeries.all(frame)
  var findings = Findings()
  for campaign in felt {
    let stretch = CampaignStretch(campaign, frame.calendar)
    for one in series {
      let segment = Segment([("campaign", campaign.id), ("measure", one.name)])
      findings.add(one, around: stretch, segment, frame)
    }
  }
  return findings
}

/// One thing that is counted around campaigns.
private struct CampaignSeries {
  let name: String
  let tally: Tally
  let isAboutPeople: Bool

  static func all(_ frame: Frame) -> [CampaignSeries] {
    var items = Tally(frame.calendar)
    var codes = frame.codes.names.map { _ in Tally(frame.calendar) }
    for row in frame.rows where frame.traits[row].contains(.counted) {
      items.count(day: frame.days[row])
      for mark in frame.codes[row] where Int(mark.code) < codes.count {
        codes[Int(mark.code)].count(day: frame.days[row])
      }
    }
    var new = Tally(frame.calendar)
    for row in frame.people.firstRows where row >= 0 { new.count(day: frame.days[Int(row)]) }
    return [
      CampaignSeries(name: "items", tally: items, isAboutPeople: false),
      CampaignSeries(name: "new_contributors", tally: new, isAboutPeople: true),
    ]
      + zip(frame.codes.names, codes).map {
        CampaignSeries(name: $0, tally: $1, isAboutPeople: false)
      }
  }

  /// By week; nil where a week is not known.
  func counts(_ weeks: [Range<Int>], _ frame: Frame) -> [Int]? {
    guard CampaignStretch.isKnown(weeks, frame) else { return nil }
    return weeks.map { tally.days[$0].reduce(0, +) }
  }
}

extension Findings {
  fileprivate mutating func add(
    _ series: CampaignSeries, around stretch: CampaignStretch, _ segment: Segment, _ frame: Frame
  ) {
    let place = Measurement.Place(period: .all, segment: segment, isUnfinished: false)
    let all = [("before", stretch.before), ("during", stretch.during), ("after", stretch.after)]
    var pieces: [String: CampaignPiece] = [:]
    for (part, weeks) in all {
      guard let counts = series.counts(weeks, frame) else {
        rows.append(Finding(part: part, place: place, outcome: .undefined(.nothing)))
        continue
      }
      let piece = CampaignPiece(weeks: weeks, counts: counts)
      pieces[part] = piece
      let cells = series.isAboutPeople ? [tell(piece, frame)] : []
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
      rows.append(change(part, place, [before, after], series.isAboutPeople ? frame : nil))
    }
  }

  /// The count of the people of a whole stretch.
  private mutating func tell(_ piece: CampaignPiece, _ frame: Frame) -> PeopleCell {
    let cell = frame.newCell(piece.days)
    people[cell] = piece.sum
    return cell
  }

  /// `frame` where people are counted: then the interval tells the weeks' counts too.
  private mutating func change(
    _ part: String, _ place: Measurement.Place, _ pieces: [CampaignPiece], _ frame: Frame?
  ) -> Finding {
    let (before, after) = (pieces[0], pieces[1])
    var estimate = Estimate(after.mean - before.mean, n: before.counts.count + after.counts.count)
    var cells: [PeopleCell] = []
    var maySpread = true
    if let frame {
      cells = pieces.map { frame.newCell($0.days) }
      let weeks = pieces.flatMap { zip($0.weeks, $0.counts) }
      maySpread = weeks.allSatisfy { !(1..<frame.threshold).contains($1) }
      for (days, count) in maySpread ? weeks : [] {
        people[frame.newCell(days)] = count
        cells.append(frame.newCell(days))
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
