/// What stands in a JSON export, in the order of the file.
enum JSONPiece: Sendable {
  /// A line, an element of a list, or a whole text without any of the lists that were asked for.
  case record(SourceRecord, list: JSONList)
  /// The part of a document before the first of its lists, closed as if it ended there.
  case head(SourceRecord)
  /// A document without what is in its lists.
  case frame(SourceRecord)
  case fault(RecordFault)
}

/// Where a record stands in its document.
enum JSONList: Sendable, Equatable {
  /// By itself: a line, or a text of several lines.
  case none
  /// An element of a list that is the whole text.
  case root
  /// An element of the list under these names: `post_stream.posts`.
  case named(String)
}

/// How the records of a JSON export lie in its files.
enum JSONLayout: Sendable, Equatable {
  /// A record a line.
  case lines
  /// Whole texts, one after the other: a list of records, or an object with lists of records under
  /// these names. Read record by record, however large the text is.
  case documents(lists: [String])
}
