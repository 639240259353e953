internal import Basics

/// A table of the dump and what is lost without it.
enum StackExchangeTable: String, CaseIterable {
  case users = "Users.xml"
  case posts = "Posts.xml"
  case comments = "Comments.xml"
  case badges = "Badges.xml"

  /// Says which tables are missing or not read, and what there is to read.
  static func announce(_ run: inout ImportRun) throws(ImportError) {
    if run.input.isStream {
      throw ImportError(
        ImportersCodes.missingInput,
        "a dump is read more than once, which standard input cannot be",
        fix: "save it to a file and name that")
    }
    var names: [String] = []
    try run.input.listFiles { names.append($0) }
    for table in allCases {
      let count = names.count { table.isFile($0) }
      if count == 0 { try table.sayMissing(&run) }
      if count > 1 {
        throw ImportError(
          ImportersCodes.missingInput, "the export holds \(count) files named \(table.rawValue)",
          fix: "import one community at a time")
      }
      run.input.announce { table.isFile($0) }
    }
    let others = names.filter { name in
      name.lowercased().hasSuffix(".xml") && !allCases.contains { $0.isFile(name) }
    }
    if !others.isEmpty { run.tally.note("not read: \(others.joined(separator: ", "))") }
  }

  /// Gives every row to `body`; a row it finds fault with is quarantined, as is what is no row.
  func read(
    _ run: inout ImportRun, _ body: (XMLRow, inout ImportRun) throws(RecordFault) -> Void
  ) throws(ImportError) {
    let input = run.input
    try input.forEachFile(where: isFile) { (name, stream) throws(ImportError) in
      var rows = try XMLRowReader(stream, file: name, root: root)
      while let record = try rows.next() {
        switch record {
        case .fault(let fault): run.quarantine(fault)
        case .row(let row): take(row, &run, body)
        }
      }
      if rows.isCutOff { sayCutOff(name, at: rows.location, &run) }
    }
  }

  private func take(
    _ row: XMLRow, _ run: inout ImportRun,
    _ body: (XMLRow, inout ImportRun) throws(RecordFault) -> Void
  ) {
    do throws(RecordFault) {
      try body(row, &run)
    } catch {
      run.quarantine(error)
    }
  }

  /// The element around the rows: `posts`.
  private var root: String { String(rawValue.dropLast(4)).lowercased() }

  /// Whether a path inside an export is that of this table.
  @Sendable func isFile(_ name: String) -> Bool {
    name.split(separator: "/").last?.lowercased() == rawValue.lowercased()
  }

  private func sayMissing(_ run: inout ImportRun) throws(ImportError) {
    switch self {
    case .posts:
      throw ImportError(
        ImportersCodes.missingInput,
        "there is no Posts.xml in \(run.request.inputs.joined(separator: ", "))",
        fix: "give the folder or archive of one community's dump")
    case .users:
      run.tally.gap("Users.xml is not there: no join dates, and no names for the licence's credit")
    case .comments: run.tally.gap("Comments.xml is not there: no comments")
    case .badges: run.tally.note("Badges.xml is not there; nothing depends on it")
    }
  }

  private func sayCutOff(_ name: String, at place: SourceLocation, _ run: inout ImportRun) {
    run.tally.gap("\(name) ends too early, at line \(place.line)")
    run.tally.warn(
      Diagnostic(
        ImportersCodes.cutOff, "\(name) ends before its `</\(root)>`", at: place,
        severity: .warning, fix: "download it again"))
  }
}
