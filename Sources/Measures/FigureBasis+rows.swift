internal import CommunityData

/// Which posts stand behind a number: those that its metric counts, again by the metric's own rules. Of
/// a share and of a median all that it is taken of.
extension Frame {
  /// Of some rows, those behind a number; of threads their first items.
  func rows(behind measurement: Measurement, among rows: [Int]) -> [Int] {
    let counted: [Int]
    switch measurement.thing {
    case .items:
      counted = rows.filter { isCounted($0, by: measurement.metric) }
    case .threads:
      let starts = Set(threads(behind: measurement).map { Int(threads.starts[$0]) })
      counted = rows.filter(starts.contains)
    }
    return counted.filter { row in
      measurement.segment.pairs.allSatisfy { key, value in
        isInside(key, value, of: measurement, row: row)
      }
    }
  }

  // MARK: Items

  private func isCounted(_ row: Int, by name: MetricName) -> Bool {
    switch (name.id, name.part) {
    case (.botActivity, _): return !traits[row].isDisjoint(with: [.counted, .byBot])
    case (.activity, "replies"):
      return traits[row].contains(.counted) && !traits[row].contains(.startsThread)
    case (.spokenTo, _): return traits[row].isSuperset(of: [.counted, .byStaff])
    case (.responseMatrix, _): return threads.isResponse(row, in: self)
    case (.praiseAndCriticism, let part):
      return isRead(row) && judgements(part).allSatisfy { codes.has(codes.number(of: $0), row) }
    default: return traits[row].contains(.counted)
    }
  }

  /// The codes that an item must have to count in a part.
  private func judgements(_ part: String) -> [String] {
    switch part {
    case "both": ["praise", "criticism"]
    case "praise", "criticism": [part]
    default: []
    }
  }

  // MARK: Threads

  private func threads(behind measurement: Measurement) -> [Int] {
    let all = 0..<threads.count
    let responses = responses(in: measurement.segment)
    switch (measurement.metric.id, measurement.metric.part) {
    case (.answeredWithin, let part):
      let limit = answerLimits.first { $0.part == part }?.seconds ?? 0
      return questions(in: self).filter { wasWaitedFor($0, limit) }
    case (.timeToAnswer, "open"):
      let answers = acceptedAnswers(in: self)
      return questions(in: self).filter { answers[$0] < 0 }
    case (.timeToAnswer, _): return questions(in: self)
    case (.unanswered, _):
      return questions(in: self).filter { responses[$0] < 0 && isOpen($0, in: self) }
    case (.timeToFirstResponse, "unanswered"): return all.filter { responses[$0] < 0 }
    case (.jobs, let part):
      let about = threads(about: measurement.segment)
      return all.filter { about.contains($0) && (part != "unanswered" || responses[$0] < 0) }
    case (.responseSources, _): return all.filter { firstResponder($0) != nil }
    case (.responseParity, _): return all.filter(isHeldAgainstFriends)
    default: return Array(all)
    }
  }

  /// The first responses by those of whom a segment tells, or by anybody.
  private func responses(in segment: Segment) -> [Int32] {
    switch segment.pairs.first(where: { $0.key == "responder" })?.value {
    case "member": threads.byMember
    case "moderator": threads.byModerator
    case "staff": threads.byStaff
    default: threads.responses
    }
  }

  private func wasWaitedFor(_ thread: Int, _ seconds: Int64) -> Bool {
    threads.waitEnds[thread] - items.published[Int(threads.starts[thread])] >= seconds
  }

  private func firstResponder(_ thread: Int) -> PersonClass? {
    let response = Int(threads.responses[thread])
    return response < 0 ? nil : personClass(of: response)
  }

  /// Whether a plain member began it, and a plain member or staff responded first.
  private func isHeldAgainstFriends(_ thread: Int) -> Bool {
    switch (personClass(of: Int(threads.starts[thread])), firstResponder(thread)) {
    case (.newcomer, .newcomer), (.newcomer, .regular), (.newcomer, .staff),
      (.regular, .newcomer), (.regular, .regular), (.regular, .staff):
      true
    default: false
    }
  }

  /// The threads in which an item has a phrase of a segment's job.
  private func threads(about segment: Segment) -> Set<Int> {
    let id = segment.pairs.first { $0.key == "job" }?.value
    guard let job = inputs.jobs.firstIndex(where: { $0.id == id }) else { return [] }
    let code = codes.number(ofJob: job)
    return Set(
      rows.filter { traits[$0].contains(.counted) && codes.has(code, $0) }
        .map { Int(threads.ofRow[$0]) })
  }

  // MARK: Cuts

  /// Whether a cut leaves a row in; who responded and what is said leave in every thread, since shares
  /// and medians are taken of all.
  private func isInside(
    _ key: String, _ value: String, of measurement: Measurement, row: Int
  ) -> Bool {
    switch (key, measurement.metric.id) {
    case ("starter", .responseMatrix):
      let start = threads.starts[Int(threads.ofRow[row])]
      return personClass(of: Int(start))?.rawValue == value
    case ("responder", .responseMatrix): return personClass(of: row)?.rawValue == value
    case ("starter", _): return people.isByNewcomer(row) == (value == "newcomer")
    case ("channel", _):
      let channel = Int(items.channels[row])
      return channel >= 0 && community.channels[channel].id == value
    case ("code", _) where measurement.thing == .items:
      return codes.has(codes.number(of: value), row)
    case ("by", .codes):
      return codes[row].contains(where: \.isHuman) == (value == "human")
    case ("age", _): return AgeBand(waiting: Int(end - items.published[row])).rawValue == value
    default: return true
    }
  }
}
