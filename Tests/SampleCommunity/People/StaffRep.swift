internal import Basics

/// Somebody who speaks for the company, and how often they are the first to respond.
struct StaffRep: Sendable {
  var name: String
  var since: CalendarDay
  /// Share of conversations that they answer first.
  var share: Double

  static let all = [
    StaffRep(name: "Tobias", since: calendarDay("2024-11-04"), share: 0.10),
    StaffRep(name: "Ines", since: HappeningCalendar.repJoins, share: 0.26),
    StaffRep(name: "Nadia", since: calendarDay("2026-03-02"), share: 0.09),
    StaffRep(name: "Ruben", since: calendarDay("2026-07-06"), share: 0.06),
  ]
}
