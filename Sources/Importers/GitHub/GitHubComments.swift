internal import JSONText

/// How many comments issues and discussions say they have, and how many of them an export holds:
/// issues and their comments are answers of their own.
struct GitHubComments {
  private var said: [String: Int] = [:]
  private var held: [String: Int] = [:]

  /// Notes what a thing says of its comments, or that it is one of a thread's.
  mutating func note(_ object: SourceObject, in thread: String) throws(RecordFault) {
    if !object.has("number") {
      // Remarks on the lines of a pull request are not among those it counts.
      if object.has("issue_url") { held[thread, default: 0] += 1 }
      return
    }
    switch object.kind("comments") {
    case .integer: noteSaid(try object.optionalNumber("comments"), of: thread)
    case .object:
      guard let page = try object.object("comments") else { return }
      noteSaid(try page.optionalNumber("totalCount"), of: thread)
      held[thread, default: 0] += page.count(of: "nodes") ?? 0
    default: break
    }
  }

  private mutating func noteSaid(_ count: Int?, of thread: String) {
    if let count { said[thread] = max(count, said[thread] ?? 0) }
  }

  /// How many threads have more comments than the export holds.
  var incompleteThreads: Int { said.count { $0.value > held[$0.key, default: 0] } }
}
