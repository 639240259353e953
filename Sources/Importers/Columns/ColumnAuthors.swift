internal import CommunityData

/// The authors of a table so far, whom its texts may mention by name.
struct ColumnAuthors {
  private var names = MentionNames()
  /// By number in the roster: the handle, nil for somebody who has written nothing yet.
  private var handles: [String?] = []

  /// The number of a record's author in the roster; nil when it has none.
  mutating func note(
    _ fields: ColumnFields<some ColumnRecord>, _ run: inout ImportRun
  ) throws(RecordFault) -> Int? {
    try fields.source.withText(of: .attributedTo) { text throws(RecordFault) in
      let number = run.member(of: text)
      if number >= handles.count {
        handles += repeatElement(nil, count: number + 1 - handles.count)
      }
      if handles[number] == nil {
        let handle = String(decoding: text, as: UTF8.self)
        handles[number] = handle
        names.note(handle, as: handle)
      }
      return number
    }
  }

  /// Whom the name at an index means.
  func mention(
    in text: [UInt8], from start: Int, author: Int?, _ run: inout ImportRun
  ) -> Mention? {
    names.mention(in: text, from: start, author: author.flatMap { handles[$0] }, &run)
  }
}
