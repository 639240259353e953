internal import Basics

/// The earliest message of each thread, which bears its title: a long thread comes in several files,
/// read in the order of their names.
struct DiscordThreads {
  private var firsts: [String: (time: Timestamp, id: String)] = [:]

  mutating func note(_ message: SourceObject, in thread: String) throws(RecordFault) {
    let (time, id) = (try message.time("timestamp"), try message.id("id"))
    if let known = firsts[thread], (known.time, known.id) <= (time, id) { return }
    firsts[thread] = (time, id)
  }

  func isFirst(_ message: String, of thread: String) -> Bool { firsts[thread]?.id == message }
}
