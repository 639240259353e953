internal import CommunityData

extension Metric {
  static let spokenTo = Metric(
    id: .spokenTo,
    title: "Spoken to",
    definition: "How much of what staff wrote was asked for.",
    formula: """
      Counted items by staff that were asked for, divided by all of them. Asked for is an item in a \
      thread that began with a question by somebody else than staff, one in a thread in which \
      somebody else than staff had mentioned staff before, and one that answers an item by somebody \
      else that itself answers staff. Bots ask for nothing. All else is unprompted, and so is a thread \
      begun by staff.
      """,
    parts: [Part("", .share, "Share of staff items that were asked for", better: .up)],
    segments: [],
    periods: Period.Kind.allCases,
    source: "Ours: speak mostly when spoken to",
    weaknesses: [
      "Where the place marks no questions and links no mentions, more looks unprompted than was.",
      "A question asked in general invites staff here as much as anybody.",
    ],
    needs: [.threads, .roles],
    example: WorkedExample(
      until: "2018-01-31 23:59",
      [
        .init("t1", "ana", "2018-01-03 09:00", .question),
        .init("t1", "desk (staff)", "2018-01-03 10:00", .answer),
        .init("t2", "ben", "2018-01-04 09:00"),
        .init("t2", "desk (staff)", "2018-01-04 10:00", .reply),
        .init("t3", "desk (staff)", "2018-01-05 10:00", count: 2),
      ],
      gives: [.init("", "2018-01", is: 0.25)]),
    procedure: .plain(measureSpokenTo))
}

private func measureSpokenTo(_ frame: Frame) -> Findings {
  let threads = frame.threads
  var isInvited = threads.starts.map { Int($0) }.map { start in
    !frame.traits[start].contains(.byStaff)
      && (frame.traits[start].contains(.isQuestion) || frame.mentionsStaff(start))
  }
  var asked = Tally(frame.calendar)
  var all = Tally(frame.calendar)
  for row in frame.rows where frame.traits[row].contains(.counted) {
    let thread = Int(threads.ofRow[row])
    if frame.traits[row].contains(.byStaff) {
      all.count(day: frame.days[row])
      // What began the thread came first, also where a reply is dated earlier, as clocks differ.
      let isInvitedHere =
        thread >= 0 && isInvited[thread] && row != Int(threads.starts[thread])
      let wasAsked = isInvitedHere || frame.isAnswerToStaffTalk(row)
      if wasAsked { asked.count(day: frame.days[row]) }
    } else if thread >= 0, frame.mentionsStaff(row) {
      isInvited[thread] = true
    }
  }
  return Findings(rows: shares(of: asked, in: all, .all, frame.calendar))
}

extension Frame {
  /// Whether an item speaks to one of the staff by name.
  func mentionsStaff(_ row: Int) -> Bool {
    let range = Int(items.mentionStarts[row])..<Int(items.mentionStarts[row + 1])
    return items.mentions[range].contains { community.members[Int($0)].role == .staff }
  }

  /// Whether a row answers somebody else than staff who answered staff.
  fileprivate func isAnswerToStaffTalk(_ row: Int) -> Bool {
    let parent = Int(items.parents[row])
    guard parent >= 0, traits[parent].contains(.counted), !traits[parent].contains(.byStaff) else {
      return false
    }
    let before = Int(items.parents[parent])
    return before >= 0 && traits[before].contains(.byStaff)
  }
}
