internal import Basics
internal import CommunityData

/// Everybody who ever wrote, and who is around in which month.
struct Roster: Sendable {
  private(set) var people: [Person] = []
  private(set) var staff: [Int] = []
  private(set) var moderators: [Int] = []
  /// The only people of the smallest channel.
  private(set) var nightShift: [Int] = []
  let bot: Int
  let system: Int
  private var crowds: [Int: Crowd] = [:]
  private var names = NameBook()

  private static let firstMonth = HistoryWindow.first.monthNumber
  private static let lastMonth = HistoryWindow.last.monthNumber

  /// The people who were there before the first day.
  init(_ chance: inout Chance) {
    bot = 0
    system = 1
    let opening = Timestamp(calendarDay("2021-03-01"))
    for (kind, name) in [(Member.Kind.bot, "Harbour bot"), (.system, "system")] {
      let id = names.memberID(&chance)
      people.append(Person(id: id, name: name, kind: kind, joined: opening))
    }
    hireStaff(&chance)
    for number in 0..<300 { settle(number, &chance) }
  }

  private mutating func hireStaff(_ chance: inout Chance) {
    for rep in StaffRep.all {
      let joined = Timestamp(rep.since).adding(seconds: 8 * 3600)
      staff.append(people.count)
      people.append(
        Person(id: names.memberID(&chance), name: rep.name, role: .staff, joined: joined))
    }
  }

  /// Twelve pillars, sixty who write most months, and many who write now and then.
  private mutating func settle(_ number: Int, _ chance: inout Chance) {
    let (weight, presence) = number < 12 ? (26.0, 1.0) : number < 72 ? (5, 0.8) : (1, 0.28)
    let age = chance.number(20...1300)
    let joined = Timestamp(HistoryWindow.first).adding(seconds: -age * 86_400 + 41 * number)
    let person = people.count
    people.append(
      Person(
        id: names.memberID(&chance), name: names.name(&chance),
        role: number < 4 ? .moderator : .member, joined: joined))
    if number < 4 { moderators.append(person) }
    if (20..<24).contains(number) { nightShift.append(person) }
    for month in Roster.firstMonth...Roster.lastMonth where chance.happens(presence) {
      enter(person, month: month, weight: weight)
    }
  }

  private mutating func enter(_ person: Int, month: Int, weight: Double) {
    people[person].months.insert(month)
    crowds[month, default: Crowd()].add(person, weight: weight)
  }

  /// Somebody new, whose first item is of that moment.
  mutating func arrive(at moment: Timestamp, _ chance: inout Chance) -> Int {
    let joined = moment.adding(seconds: -chance.number(240...9000))
    var person = Person(id: names.memberID(&chance), name: names.name(&chance), joined: joined)
    person.isDiscoverable = !chance.happens(0.03)
    person.months = [moment.day.monthNumber]
    people.append(person)
    return people.count - 1
  }

  /// Makes a newcomer come back next month, and for some time after; returns the months.
  mutating func comeBack(_ person: Int, after month: Int, _ chance: inout Chance) -> [Int] {
    var months = [month + 1]
    var next = month + 2
    while next <= Roster.lastMonth, chance.happens(0.62) {
      // One in six stays away for a month and returns.
      if chance.happens(0.16) { next += 1 }
      months.append(next)
      next += 1
    }
    months = months.filter { $0 <= Roster.lastMonth }
    for month in months { enter(person, month: month, weight: 0.5) }
    return months
  }

  mutating func leave(_ person: Int, at moment: Timestamp) { people[person].left = moment }

  func crowd(at moment: Timestamp) -> Crowd { crowds[moment.day.monthNumber, default: Crowd()] }

  /// Whether somebody writes in the month of a moment; staff always do once they are there.
  func isAround(_ person: Int, at moment: Timestamp) -> Bool {
    if people[person].role == .staff { return people[person].joined <= moment }
    return people[person].months.contains(moment.day.monthNumber)
  }

  /// Those who speak for the company at a moment, with how often each responds first.
  func staff(at moment: Timestamp) -> [(Int, Double)] {
    zip(staff, StaffRep.all.map(\.share)).filter { people[$0.0].joined <= moment }
  }
}
