internal import Basics

/// When staff are at work: Monday to Friday, 7 to 16 UTC.
enum StaffDesk {
  private static let opens = 7 * 3600
  private static let closes = 16 * 3600

  /// When somebody at the desk gets round to what came at a moment: never on a weekend.
  static func answer(to moment: Timestamp, slowness: Double, _ chance: inout Chance) -> Timestamp {
    let began = atWork(moment, &chance)
    let wait = WaitTable.staff.draw(&chance) * slowness
    return atWork(began.adding(seconds: Int(wait)), &chance)
  }

  /// The moment itself within working hours, else soon after the desk opens again.
  static func atWork(_ moment: Timestamp, _ chance: inout Chance) -> Timestamp {
    if isOpen(moment) { return moment }
    var day = moment.day
    if moment.secondOfDay >= closes { day = day.adding(days: 1) }
    while day.isoWeekday > 5 { day = day.adding(days: 1) }
    return Timestamp(day).adding(seconds: opens + chance.number(60...6000))
  }

  static func isOpen(_ moment: Timestamp) -> Bool {
    moment.day.isoWeekday <= 5 && (opens..<closes).contains(moment.secondOfDay)
  }
}
