internal import Basics

/// Something that makes people talk for a while: a release, a scare, a campaign.
struct Happening: Sendable {
  enum Course: Sendable {
    /// Strongest on the first day, then falling in a straight line to nothing.
    case fading
    /// As strong on the last day as on the first.
    case steady
  }

  var first: CalendarDay
  var days: Int
  var course = Course.fading
  /// How many more conversations begin at its height: 1 doubles them.
  var gain: Double
  var topic: Topic
  /// Weight added to the topic at its height; a negative one quiets it.
  var topicWeight: Double
  /// How people who begin a conversation about it talk, and how many of them do.
  var leaning: (talk: Talk, share: Double)?
  /// How much longer answers take at its height: 1 doubles the wait.
  var delay = 0.0

  /// From 1 at its height to 0 outside its days.
  func strength(on day: CalendarDay) -> Double {
    let age = day.daysSinceEpoch - first.daysSinceEpoch
    guard age >= 0, age < days else { return 0 }
    return course == .steady ? 1 : 1 - Double(age) / Double(days)
  }
}
