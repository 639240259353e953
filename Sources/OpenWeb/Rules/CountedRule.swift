internal import Basics

extension OpenWebRule {
  /// O9: what communities said is left out for a reason that is told, and counted.
  ///
  /// Ledgers mark themselves by `ol` of the class `numbered`, whose items have their numbers as ids
  /// (`c4`); accounts of what was read by `table` of the class `records`, which has in each row a
  /// `data` of the class `read` whose value is the sum of the row's others. A gap is a warning: what
  /// stands there may not be published yet. That none is made is asked of the content.
  static let nothingUncounted = OpenWebRule(
    id: "O9", title: "nothing that was said is left out uncounted",
    codes: [OpenWebCodes.missingNumber, OpenWebCodes.lostRecords]
  ) { inspection in
    guard inspection.page.syntax == .html else { return }
    for (index, token) in inspection.startTags({ $0 == .ol || $0 == .table }) {
      if token.element == .ol, inspection.page.has(.class, of: token, word: "numbered") {
        checkNumbers(of: index, &inspection)
      } else if token.element == .table, inspection.page.has(.class, of: token, word: "records") {
        checkRecords(in: index, &inspection)
      }
    }
  }
}

private func checkNumbers(of list: Int, _ inspection: inout Inspection) {
  let page = inspection.page
  let numbers = (list..<inspection.end(ofElementAt: list)).compactMap { index in
    page.tokens[index].element == .li
      ? page.attribute(.id, of: page.tokens[index]).flatMap { number(page.bytes(of: $0)) } : nil
  }.sorted()
  let gaps = zip(numbers, numbers.dropFirst()).filter { $1 - $0 > 1 }
  guard let (before, after) = gaps.first else { return }
  let more = gaps.count == 1 ? "" : ", and has \(gaps.count) gaps"
  inspection.warn(
    OpenWebCodes.missingNumber,
    "the ledger of `\(inspection.path)` goes from \(before) to \(after)\(more)",
    at: page.tokens[list].range, fix: "publish what is missing, with what became of it")
}

/// 4 of `c4`; at most nine digits.
private func number(_ id: ArraySlice<UInt8>) -> Int? {
  guard id.first == UInt8(ascii: "c"), id.count <= 10 else { return nil }
  return Int(id.dropFirst().text)
}

private func checkRecords(in table: Int, _ inspection: inout Inspection) {
  var row: RecordRow?
  for index in table..<inspection.end(ofElementAt: table) {
    let token = inspection.page.tokens[index]
    guard token.kind == .startTag else { continue }
    if token.element == .tr {
      row?.report(to: &inspection)
      row = RecordRow(token)
    } else if token.element == .data {
      row?.take(token, inspection.page)
    }
  }
  row?.report(to: &inspection)
}

/// A row of an account, and what of it has been read so far.
private struct RecordRow {
  private let token: PageToken
  private var read: Int?
  private var accounted = 0

  init(_ token: PageToken) { self.token = token }

  mutating func take(_ data: PageToken, _ page: BuiltPage) {
    guard let value = page.value(.value, of: data).flatMap({ Int($0) }), value >= 0 else { return }
    if page.has(.class, of: data, word: "read") {
      read = value
    } else {
      accounted = accounted.addingReportingOverflow(value).partialValue
    }
  }

  func report(to inspection: inout Inspection) {
    guard let read, read != accounted else { return }
    inspection.report(
      OpenWebCodes.lostRecords,
      "of \(read) records, \(accounted) are accounted for", at: token.range,
      fix: "count each record that was left out under its reason")
  }
}
