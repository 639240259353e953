internal import Basics

/// All that happens in the two years, and what it does to a day.
enum HappeningCalendar {
  static let release30 = calendarDay("2025-03-11")
  static let advisory = calendarDay("2025-06-17")
  static let repJoins = calendarDay("2025-09-09")
  static let release35 = calendarDay("2025-11-18")
  static let licenceClarified = calendarDay("2026-02-18")
  static let release40 = calendarDay("2026-09-01")
  static let guideRewritten = calendarDay("2026-10-14")

  private static let all: [Happening] = releases + surprises + campaigns

  private static let releases = [
    Happening(
      first: release30, days: 28, gain: 1.5, topic: .upgrade, topicWeight: 50,
      leaning: (.praise, 0.10), delay: 0.5),
    Happening(
      first: release35, days: 21, gain: 1.4, topic: .dashboard, topicWeight: 50,
      leaning: (.praise, 0.15), delay: 0.3),
    Happening(
      first: release40, days: 45, gain: 2.1, topic: .upgrade, topicWeight: 90,
      leaning: (.criticism, 0.22), delay: 1.7),
  ]

  private static let surprises = [
    Happening(
      first: advisory, days: 18, gain: 2.2, topic: .security, topicWeight: 150,
      leaning: (.criticism, 0.45), delay: 0.4),
    Happening(
      first: calendarDay("2026-02-09"), days: 20, gain: 1.4, topic: .pricing, topicWeight: 110,
      leaning: (.criticism, 0.30)),
    Happening(
      first: guideRewritten, days: 30, course: .steady, gain: 0, topic: .upgrade, topicWeight: -30,
      delay: -0.2),
    Happening(
      first: calendarDay("2026-10-05"), days: 30, course: .steady, gain: 0.1, topic: .pricing,
      topicWeight: 14, leaning: (.criticism, 0.5), delay: -0.25),
  ]

  private static let campaigns = [
    Happening(
      first: calendarDay("2025-02-03"), days: 56, course: .steady, gain: 0.05, topic: .upgrade,
      topicWeight: 6),
    Happening(
      first: calendarDay("2025-09-01"), days: 56, course: .steady, gain: 0.08,
      topic: .documentation,
      topicWeight: 18, leaning: (.suggestion, 0.2)),
    Happening(
      first: earlyAccess.lowerBound, days: 56, course: .steady, gain: 0.15, topic: .upgrade,
      topicWeight: 12),
  ]

  /// The third campaign, in which staff ask more than they give.
  static let earlyAccess = calendarDay("2026-07-06")...calendarDay("2026-08-30")

  /// The place grows a little over the two years, and rests in summer and at the turn of the year.
  static func liveliness(on day: CalendarDay) -> Double {
    let age = Double(day.daysSinceEpoch - HistoryWindow.first.daysSinceEpoch)
    let (_, month, dayOfMonth) = day.civil
    let isHoliday = month == 12 && dayOfMonth > 22 || month == 1 && dayOfMonth < 4
    let season = isHoliday ? 0.8 : month == 8 ? 0.88 : 1
    let gain = all.reduce(1) { $0 + $1.gain * $1.strength(on: day) }
    return (0.9 + age / 3600) * season * gain
  }

  static func topicWeights(on day: CalendarDay) -> [Double] {
    Topic.allCases.map { topic in
      let added = all.filter { $0.topic == topic }
        .reduce(0) { $0 + $1.topicWeight * $1.strength(on: day) }
      return max(2, topic.usualWeight + added)
    }
  }

  /// How people who begin a conversation about a topic talk that day, where something moves them.
  static func leaning(on day: CalendarDay, about topic: Topic) -> (talk: Talk, share: Double)? {
    all.filter { $0.topic == topic && $0.strength(on: day) > 0 }
      .compactMap { happening in
        happening.leaning.map { (talk: $0.talk, share: $0.share * happening.strength(on: day)) }
      }.max { $0.share < $1.share }
  }

  /// How many times longer than usual answers take.
  static func slowness(on day: CalendarDay) -> Double {
    all.reduce(1) { $0 + $1.delay * $1.strength(on: day) }
  }

  /// The version people run, and the one before it.
  static func versions(on day: CalendarDay) -> (current: String, previous: String) {
    if day >= release40 { return ("4.0", "3.5") }
    if day >= release35 { return ("3.5", "3.0") }
    return day >= release30 ? ("3.0", "2.9") : ("2.9", "2.8")
  }
}
