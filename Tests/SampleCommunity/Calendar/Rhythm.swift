internal import Basics

/// When people write: the hours of a day and the days of a week, in UTC.
enum Rhythm {
  /// How lively each hour is, from 0 to 1: a peak in the working morning and one after supper.
  private static let hours: [Double] = [
    0.10, 0.05, 0.03, 0.03, 0.05, 0.12, 0.28, 0.52, 0.78, 0.95, 1.00, 0.90,
    0.72, 0.80, 0.84, 0.78, 0.74, 0.86, 0.98, 0.96, 0.84, 0.62, 0.38, 0.20,
  ]

  /// From Monday to Sunday, 1 on average.
  private static let weekdays: [Double] = [1.12, 1.20, 1.18, 1.12, 1.02, 0.70, 0.66]

  static func weight(of day: CalendarDay) -> Double { weekdays[day.isoWeekday - 1] }

  /// A moment of a day, likely at a lively hour.
  static func moment(on day: CalendarDay, _ chance: inout Chance) -> Timestamp {
    let hour = chance.index(ofWeights: hours)
    return Timestamp(day).adding(seconds: hour * 3600 + chance.number(0...3599))
  }

  /// The moment itself when people are awake then, else one soon after at which they are.
  static func lively(_ moment: Timestamp, _ chance: inout Chance) -> Timestamp {
    var moment = moment
    while !chance.happens(hours[moment.hour] + 0.1) {
      moment = moment.adding(seconds: chance.number(1200...4800))
    }
    return moment
  }
}
