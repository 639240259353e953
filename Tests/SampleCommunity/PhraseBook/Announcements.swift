internal import Basics

/// What staff announce on a day.
struct Announcement: Sendable {
  var day: CalendarDay
  var title: String
  var text: String
  var topic: Topic

  static let all = [
    Announcement(
      day: HappeningCalendar.release30, title: "Halyard 3.0 is out",
      text: "Lanes, calendars with names, and a new store. Read the notes before you upgrade: "
        + "https://docs.halyard.example/releases/3.0", topic: .upgrade),
    Announcement(
      day: HappeningCalendar.advisory, title: "Security advisory HSA-2025-02",
      text: "Agents up to 3.0.2 listen on every address by default. Update to 3.0.3 today, and "
        + "make new tokens: https://docs.halyard.example/security/hsa-2025-02", topic: .security),
    Announcement(
      day: calendarDay("2025-06-19"), title: "How HSA-2025-02 came about",
      text: "We owe you an account of what went wrong, and here it is, without varnish: "
        + "https://docs.halyard.example/security/hsa-2025-02/account", topic: .security),
    Announcement(
      day: HappeningCalendar.repJoins, title: "Hello from Ines",
      text: "I work at Halyard and will be around on weekdays. I answer when asked, I pass on "
        + "what you criticise, and I tell you what became of it.", topic: .forum),
    Announcement(
      day: HappeningCalendar.release35, title: "Halyard 3.5 is out",
      text: "The dashboard was made anew. What you told us about the old one is answered here: "
        + "https://docs.halyard.example/releases/3.5", topic: .dashboard),
    Announcement(
      day: HappeningCalendar.licenceClarified, title: "The licence wording, clarified",
      text: "The licence stays as it is. The sentence that many of you read otherwise is gone: "
        + "https://halyard.example/licence", topic: .pricing),
    Announcement(
      day: HappeningCalendar.release40, title: "Halyard 4.0 is out",
      text: "Queues move to a new format. Drain them first; the guide has the steps: "
        + "https://docs.halyard.example/upgrade", topic: .upgrade),
    Announcement(
      day: HappeningCalendar.guideRewritten, title: "The upgrade guide is rewritten",
      text: "31 of you said it skips the queue migration. It did. Here is the new one: "
        + "https://docs.halyard.example/upgrade", topic: .upgrade),
  ]
}
