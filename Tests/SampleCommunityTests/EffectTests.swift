import Basics
import CommunityData
import SampleCommunity
import Testing

/// The stories that the sample is meant to show are in it.
@Suite struct EffectTests {
  @Test func isAsLargeAsPromised() {
    let oracle = Oracle.committed
    #expect((12_000...18_000).contains(oracle.state.items.count))
    #expect((2200...2600).contains(oracle.months.count))
  }

  /// Half of the newcomers who are answered within a day write again next month, of others a quarter.
  @Test func newcomersAnsweredWithinADayComeBackTwiceAsOften() {
    let oracle = Oracle.committed
    let months = oracle.months
    let answered = Set(oracle.waits.filter { $0.seconds <= 86_400 }.map(\.question.id))
    var back = [true: 0, false: 0]
    var all = [true: 0, false: 0]
    for question in firstQuestions(of: oracle) {
      let isSoon = answered.contains(question.id)
      let own = question.attributedTo.flatMap { months[$0] } ?? []
      all[isSoon, default: 0] += 1
      if own.contains(question.month + 1) { back[isSoon, default: 0] += 1 }
    }
    let soon = share(back[true], of: all[true])
    let late = share(back[false], of: all[false])
    #expect((0.45...0.56).contains(soon), "\(soon)")
    #expect((0.20...0.31).contains(late), "\(late)")
  }

  @Test func staffAreSlowerThanMembersAndSlowestAtWeekends() {
    let waits = Oracle.committed.waits
    func wait(_ role: Member.Role, atWeekends: Bool) -> Double {
      median(
        waits.filter {
          Oracle.committed.role(of: $0.response) == role
            && ($0.question.published.day.isoWeekday > 5) == atWeekends
        }.map(\.seconds))
    }
    #expect(wait(.member, atWeekends: false) < wait(.staff, atWeekends: false))
    #expect(wait(.staff, atWeekends: true) > 2 * wait(.staff, atWeekends: false))
    #expect(wait(.member, atWeekends: true) < 2 * wait(.member, atWeekends: false))
  }

  @Test func staffNeverWriteAtWeekendsButForAnnouncements() {
    let staff = Oracle.committed.state.items.filter { Oracle.committed.role(of: $0) == .staff }
    #expect(staff.count > 300)
    #expect(staff.allSatisfy { $0.published.day.isoWeekday <= 5 })
  }

  @Test(arguments: ["2025-03-11", "2025-06-17", "2025-11-18", "2026-02-16", "2026-09-01"])
  func conversationsPeakWhenSomethingHappens(day text: String) throws {
    let day = try #require(CalendarDay(text))
    let fortnight = begun(from: day, days: 14)
    let usual = begun(from: day.adding(days: -45), days: 28) / 2
    #expect(Double(fortnight) > 1.35 * Double(usual), "\(fortnight) against \(usual)")
  }

  @Test(arguments: [("2025-02-03", 35), ("2025-09-01", 56)])
  func campaignsAloneMakeNoPeak(day text: String, days: Int) throws {
    let day = try #require(CalendarDay(text))
    let during = begun(from: day, days: days)
    let before = begun(from: day.adding(days: -days), days: days)
    #expect(Double(during) < 1.45 * Double(before), "\(during) after \(before)")
  }

  @Test func scareBringsCriticismAndOctoberTurnsToPricing() throws {
    let scare = try #require(CalendarDay("2025-06-17"))
    let tagged = Oracle.committed.state.items.filter {
      $0.tag == ["security"] && $0.published.day >= scare
        && $0.published.day < scare.adding(days: 18)
    }
    #expect(tagged.count > 40)
    let coded = Oracle.committed.state.items.flatMap(\.codes)
    #expect(Set(coded.map(\.code)) == ["question", "criticism", "praise", "suggestion"])
    #expect(coded.allSatisfy { $0.by == .human })
  }

  @Test func quietCornersAreThere() {
    let items = Oracle.committed.state.items
    let night = Set(
      items.filter { $0.channel == "night-shift" && $0.type != .system }.compactMap(\.attributedTo))
    #expect((2...4).contains(night.count))
    #expect(Set(items.compactMap(\.language)) == ["nl", "ar"])
    #expect(items.contains { $0.accepted != nil } && items.contains { !$0.reactions.isEmpty })
    #expect(items.contains { $0.updated != nil } && items.contains { $0.type == .system })
  }

  private func begun(from day: CalendarDay, days: Int) -> Int {
    Oracle.committed.threads.compactMap(\.first)
      .count { $0.published.day >= day && $0.published.day < day.adding(days: days) }
  }

  /// Questions that are their author's first item, leaving out the first two months, in which
  /// everybody looks new, and the last, after which nothing is known.
  private func firstQuestions(of oracle: Oracle) -> [Item] {
    var seen: Set<String> = []
    return oracle.state.items.filter(oracle.isByPerson).sorted { $0.published < $1.published }
      .filter { item in item.attributedTo.map { seen.insert($0).inserted } ?? false }
      .filter { item in
        item.type == .question && oracle.role(of: item) == .member && item.month > 2025 * 12
          && item.month < 2026 * 12 + 10
      }
  }
}

private func share(_ part: Int?, of whole: Int?) -> Double {
  Double(part ?? 0) / Double(max(1, whole ?? 0))
}
