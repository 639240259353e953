/// The grammar of RFC 4180 with a delimiter of choice: a field in quotation marks may hold delimiters,
/// line ends and doubled quotation marks; lines end in LF or CRLF.
package struct DelimitedSyntax: Sendable {
  let delimiter: UInt8

  /// Commas between the columns.
  package static let commas = DelimitedSyntax(delimiter: UInt8(ascii: ","))
  static let tabs = DelimitedSyntax(delimiter: UInt8(ascii: "\t"))

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// What stands at the beginning of some bytes.
  package enum Parse {
    /// `length` is that of the record with its line end.
    case fields([[UInt8]], length: Int)
    case incomplete
    case fault(String)
  }

  /// Reads the record at the start of `bytes`, which is not empty; `isWhole` when nothing follows.
  package func parse(_ bytes: ArraySlice<UInt8>, isWhole: Bool) -> Parse {
    var fields: [[UInt8]] = []
    var index = bytes.startIndex
    while true {
      let field =
        index < bytes.endIndex && bytes[index] == DelimitedSyntax.quote
        ? quoted(bytes, from: index) : plain(bytes, from: index)
      guard let (value, end) = field else {
        return isWhole ? .fault("a quotation mark is not closed") : .incomplete
      }
      fields.append(value)
      if end == bytes.endIndex {
        return isWhole ? .fields(fields, length: bytes.count) : .incomplete
      }
      if bytes[end] == delimiter {
        index = end + 1
      } else if let next = behindLineEnd(bytes, at: end) {
        return .fields(fields, length: next - bytes.startIndex)
      } else if bytes[end] == DelimitedSyntax.carriageReturn, end + 1 == bytes.endIndex, !isWhole {
        return .incomplete
      } else {
        return .fault("there is text behind a closing quotation mark")
      }
    }
  }

  /// The value and where it ends: at a delimiter, a line end or the end of the bytes.
  private func plain(_ bytes: ArraySlice<UInt8>, from start: Int) -> ([UInt8], Int)? {
    let rest = bytes[start...]
    var end = rest.firstIndex { $0 == delimiter || $0 == DelimitedSyntax.lineFeed } ?? rest.endIndex
    let endsLine = end < bytes.endIndex && bytes[end] == DelimitedSyntax.lineFeed
    if endsLine, end > start, bytes[end - 1] == DelimitedSyntax.carriageReturn { end -= 1 }
    return (Array(bytes[start..<end]), end)
  }

  /// nil when the closing quotation mark is not there, or what follows it is not known yet.
  private func quoted(_ bytes: ArraySlice<UInt8>, from start: Int) -> ([UInt8], Int)? {
    var value: [UInt8] = []
    var from = start + 1
    while let quote = bytes[from...].firstIndex(of: DelimitedSyntax.quote) {
      value += bytes[from..<quote]
      guard quote + 1 < bytes.endIndex, bytes[quote + 1] == DelimitedSyntax.quote else {
        return (value, quote + 1)
      }
      value.append(DelimitedSyntax.quote)
      from = quote + 2
    }
    return nil
  }

  private func behindLineEnd(_ bytes: ArraySlice<UInt8>, at index: Int) -> Int? {
    if bytes[index] == DelimitedSyntax.lineFeed { return index + 1 }
    guard bytes[index] == DelimitedSyntax.carriageReturn, index + 1 < bytes.endIndex,
      bytes[index + 1] == DelimitedSyntax.lineFeed
    else { return nil }
    return index + 2
  }
}

extension DelimitedSyntax {
  /// The sign between the columns: the one that the table states, or the most frequent of comma,
  /// semicolon, tab and bar in the heading; and the stream from its beginning again.
  ///
  /// Lines that end in CR alone, as Excel saves "CSV (Macintosh)", come out with LF.
  static func recognised(
    in stream: ByteStream
  ) throws(ImportError) -> (ByteStream, DelimitedSyntax) {
    var stream = stream
    var head: [UInt8] = []
    while !head.contains(lineFeed), head.count < 1 << 16, let chunk = try stream.next() {
      head += chunk
    }
    let endsInReturns = endsInReturns(head)
    if endsInReturns { head = withLineFeeds(head) }
    let sign = takeStatedSign(from: &head) ?? mostFrequentSign(in: head)
    var begun: [UInt8]? = head.isEmpty ? nil : head
    let whole = ByteStream { () throws(ImportError) in
      if let first = begun {
        begun = nil
        return first
      }
      let chunk = try stream.next()
      return endsInReturns ? chunk.map(withLineFeeds) : chunk
    }
    return (whole, DelimitedSyntax(delimiter: sign))
  }

  private static func mostFrequentSign(in head: [UInt8]) -> UInt8 {
    // Empty lines are passed over, before the heading as well.
    let heading = head.drop { $0 == lineFeed || $0 == carriageReturn }.prefix { $0 != lineFeed }
    let counted = ",;\t|".utf8.map { sign in (sign, heading.count { $0 == sign }) }
    return counted.max { $0.1 < $1.1 }.map(\.0) ?? UInt8(ascii: ",")
  }

  /// Takes out what tells Excel the sign, `sep=;`, but not the end of its line, so that all places stay.
  private static func takeStatedSign(from head: inout [UInt8]) -> UInt8? {
    let start = head.starts(with: JSONDocumentReader.mark) ? JSONDocumentReader.mark.count : 0
    guard head.has("sep=", at: start), let sign = head.at(start + 4), let end = head.at(start + 5),
      end == lineFeed || end == carriageReturn
    else { return nil }
    head.removeSubrange(start..<start + 5)
    return sign
  }

  private static func endsInReturns(_ head: [UInt8]) -> Bool {
    guard let first = head.firstIndex(where: { $0 == lineFeed || $0 == carriageReturn }),
      head[first] == carriageReturn, let next = head.at(first + 1)
    else { return false }
    return next != lineFeed
  }

  private static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
    bytes.map { $0 == carriageReturn ? lineFeed : $0 }
  }
}
