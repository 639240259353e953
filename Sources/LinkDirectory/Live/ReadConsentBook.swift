package import Basics

/// What reading the consent folder gave; without a book nothing may be published.
package struct ConsentReading: Sendable {
  package var book: ConsentBook?
  package var diagnostics: [Diagnostic]
}

/// Reads `Content/consent/`; a site without it has an empty book.
package func readConsent(_ fileSystem: any FileSystem) -> ConsentReading {
  var reader = ConsentReader(fileSystem: fileSystem)
  let book = reader.read()
  return ConsentReading(
    book: reader.diagnostics.hasErrors ? nil : book, diagnostics: reader.diagnostics)
}

private struct ConsentReader {
  let fileSystem: any FileSystem
  var diagnostics: [Diagnostic] = []

  init(fileSystem: any FileSystem) {
    self.fileSystem = fileSystem
  }

  mutating func read() -> ConsentBook {
    warnAboutStrangers()
    var book = ConsentBook.empty
    if let bytes = bytes(LedgerFile.path) {
      let head = text(LedgerFile.head)
      let reading = ConsentLedger.read(
        SourceText(file: LedgerFile.path, bytes: bytes), head: head)
      diagnostics += reading.diagnostics
      book.ledger = reading.ledger ?? .empty
      // An entry that was interrupted can leave the first line alone without a head, and no other.
      if head == nil, book.ledger.events.count > 1 { diagnostics.append(headless()) }
    } else if text(LedgerFile.head) != nil {
      diagnostics.append(lost())
    }
    book.notices = readNotices()
    book.people = readPeople()
    for event in book.ledger.events {
      guard let file = event.evidence?.file, book.evidence[file] == nil else { continue }
      book.evidence[file] = bytes("\(LedgerFile.folder)/\(file)")
    }
    return book
  }

  private func lost() -> Diagnostic {
    Diagnostic(
      LinkDirectoryCodes.truncated, "the consent ledger is gone, and `head` says there was one",
      at: SourceLocation(file: LedgerFile.head, line: 1),
      fix: "take the file from version control again")
  }

  private func headless() -> Diagnostic {
    Diagnostic(
      LinkDirectoryCodes.truncated, "`head` is gone, which names the last line of the ledger",
      at: SourceLocation(file: LedgerFile.head, line: 1),
      fix: "take the file from version control again")
  }

  private mutating func text(_ path: String) -> String? {
    bytes(path).map { trimmed(String(decoding: $0, as: UTF8.self)) }
  }

  private mutating func readNotices() -> [ConsentNotice] {
    var notices: [ConsentNotice] = []
    for entry in entries(LedgerFile.notices) {
      guard let bytes = bytes(entry.path.text) else { continue }
      if let notice = ConsentNotice(file: entry.path, bytes: bytes) {
        notices.append(notice)
      } else {
        diagnostics.append(
          Diagnostic(
            LinkDirectoryCodes.notice, "`\(entry.path)` is no notice",
            at: SourceLocation(file: entry.path.text, line: 1),
            fix: "notices are named after version and language: `3.en.txt`"))
      }
    }
    return notices
  }

  private mutating func readPeople() -> [ConsentPerson] {
    guard let bytes = bytes(LedgerFile.people) else { return [] }
    let reading = PeopleFile.read(SourceText(file: LedgerFile.people, bytes: bytes))
    diagnostics += reading.diagnostics
    return reading.people
  }

  private mutating func warnAboutStrangers() {
    let known = ["ledger.ndjson", "head", "people.ndjson", "evidence", "notices"]
    for entry in entries(LedgerFile.folder, all: true) where !known.contains(entry.path.name) {
      diagnostics.append(
        Diagnostic(
          LinkDirectoryCodes.strange, "`\(entry.path)` is not read",
          at: SourceLocation(file: entry.path.text, line: 1), severity: .warning,
          fix: suggestion(for: entry.path.name, among: known)))
    }
  }

  /// The plain files of a folder; hidden ones, which editors leave behind, do not count.
  private mutating func entries(_ folder: String, all: Bool = false) -> [FileEntry] {
    do {
      return try fileSystem.entries(in: SitePath(folder)).filter { entry in
        !entry.path.name.hasPrefix(".") && (all || entry.kind == .file)
      }
    } catch {
      report("\(error)", folder)
      return []
    }
  }

  private mutating func bytes(_ text: String) -> [UInt8]? {
    do {
      let path = try SitePath(text)
      guard try fileSystem.entry(at: path) != nil else { return nil }
      return try fileSystem.read(path)
    } catch {
      report("\(error)", text)
      return nil
    }
  }

  private mutating func report(_ message: String, _ file: String) {
    diagnostics.append(
      Diagnostic(
        LinkDirectoryCodes.unreadable, message, at: SourceLocation(file: file, line: 1)))
  }
}
