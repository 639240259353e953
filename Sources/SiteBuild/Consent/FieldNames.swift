/// Which names of fields stay as they are, the keys of JSON and the heading of CSV: those that this
/// program gives are nobody's words, and without them nothing could be read by machine.
enum FieldNames: Sendable {
  /// Of what an author wrote, where a name may stand anywhere.
  case none
  case only(Set<String>)
  case all

  /// What holds no text of anybody in JSON: the kept keys, and all that stands between texts.
  func kept(inJSON file: [UInt8]) -> [Range<Int>] {
    if case .none = self { return [] }
    var kept: [Range<Int>] = []
    var end = 0
    var index = 0
    while let start = file[index...].firstIndex(of: UInt8(ascii: "\"")) {
      let close = FieldNames.end(ofTextIn: file, from: start + 1)
      index = min(close + 1, file.count)
      if FieldNames.isKey(file[index...]), keeps(file[start + 1..<close]) { continue }
      kept.append(end..<start)
      end = index
    }
    kept.append(end..<file.count)
    return kept
  }

  /// The kept fields in the first line of CSV, each with its quotes.
  func kept(inCSV file: [UInt8]) -> [Range<Int>] {
    file.prefix { $0 != 0x0A }.split(separator: UInt8(ascii: ",")).filter { field in
      let quote = UInt8(ascii: "\"")
      return field.count > 1 && field.first == quote && field.last == quote
        && keeps(field.dropFirst().dropLast())
    }.map { $0.startIndex..<$0.endIndex }
  }

  private func keeps(_ name: ArraySlice<UInt8>) -> Bool {
    switch self {
    case .none: false
    case .only(let names): names.contains(String(decoding: name, as: UTF8.self))
    case .all: true
    }
  }

  /// The place of the quote that closes a text.
  private static func end(ofTextIn file: [UInt8], from start: Int) -> Int {
    var index = start
    while index < file.count, file[index] != UInt8(ascii: "\"") {
      index += file[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index, file.count)
  }

  private static func isKey(_ behind: ArraySlice<UInt8>) -> Bool {
    behind.first { $0 != 0x20 && !(0x09...0x0D).contains($0) } == UInt8(ascii: ":")
  }
}
