internal import Basics
internal import CommunityData

/// Mail of a list: mbox, the monthly texts of pipermail, Maildir, single `.eml` files.
///
/// Read twice: which mail answers which is known only when all have been seen.
enum MailExport {
  static let format = ImportFormat(
    name: "mbox",
    title: "Mailing lists (mbox, pipermail, Maildir)",
    files: """
      Mailboxes, the `.txt` or `.txt.gz` files of a pipermail archive, a Maildir, or `.eml` files.
      """,
    measurable: measurable,
    licences: [],
    example: """
      meadow import mbox ~/lists/r-devel --community r-devel \
      --origin https://stat.ethz.ch/pipermail/r-devel --date 2026-07-15
      """,
    recognition:
      "A file that begins with an mbox's `From ` line, or one in a Maildir's `cur` or `new`.",
    recognises: { isRecognised($0) },
    read: { run throws(ImportError) in try read(&run) })

  private static var measurable: SnapshotManifest.Measurable {
    var measurable = SnapshotManifest.Measurable()
    measurable.replies = true
    measurable.threads = true
    return measurable
  }

  private static func read(_ run: inout ImportRun) throws(ImportError) {
    try run.announce(
      isMail, passes: 2, what: "mailbox",
      fix: "give mbox files, the texts of a pipermail archive, or a Maildir")
    let context = try survey(&run)
    try run.input.forEachMail { record in
      switch record {
      case .fault(let fault): run.quarantine(fault)
      case .mail(let raw): keep(raw, context, &run)
      }
    }
    if context.needsLibrary, !MailText.isAvailable { sayLibraryIsMissing(&run) }
    run.correctMeasurable { $0.urls = context.hasAddresses }
    run.writePlaces(context.lists)
  }

  /// Reads everything once to know who is there and what answers what.
  private static func survey(_ run: inout ImportRun) throws(ImportError) -> MailContext {
    var context = MailContext(lists: ChannelChoice(run.request.channels))
    var threads = MailThreads()
    let limit = run.limit
    try run.input.forEachMail { record in
      guard case .mail(let raw) = record, let mail = try? MailMessage(raw, limit) else { return }
      context.note(mail)
      threads.note(mail, sender: mail.sender?.address)
    }
    try context.lists.check()
    context.finish(threads)
    return context
  }

  private static func keep(_ raw: RawMail, _ context: MailContext, _ run: inout ImportRun) {
    do throws(RecordFault) {
      let mail = try MailMessage(raw, run.limit)
      if let list = context.list(of: mail), !context.lists.takes(list.id) {
        return run.withhold(ImportRun.inOtherChannel)
      }
      if mail.asksNotToBeArchived { return run.withhold(MailMessage.notToBeArchived) }
      run.keep(context.item(mail, &run), from: raw.record)
    } catch {
      run.quarantine(error)
    }
  }

  private static func sayLibraryIsMissing(_ run: inout ImportRun) {
    run.tally.warn(
      Diagnostic(
        ImportersCodes.missingLibrary, "encoded mails have no text, since GMime is not installed",
        severity: .warning, fix: "install libgmime-3.0 (Debian, Ubuntu) or gmime (Homebrew)"))
    run.tally.gap("the text of encoded mails was not read")
  }

  private static func isRecognised(_ sample: FileSample) -> Bool {
    let folder = sample.name.split(separator: "/").dropLast().last
    if folder == "cur" || folder == "new" {
      return sample.holds("\nfrom:") || sample.begins(with: "from:")
    }
    if sample.hasEnding(".eml") { return true }
    guard sample.begins(with: "from ") else { return false }
    return sample.holds("\nfrom:") || sample.holds("\nsubject:")
  }

  /// Whether a file may hold mail by its name: any but those that are surely something else.
  static func isMail(_ name: String) -> Bool {
    let last = (name.split(separator: "/").last.map(String.init) ?? name).lowercased()
    let others = [
      ".html", ".htm", ".json", ".xml", ".md", ".yaml", ".yml", ".csv", ".tsv", ".png", ".jpg",
      ".pdf", ".idx", ".msf",
    ]
    return !last.hasPrefix(".") && !last.hasPrefix("dovecot") && last != "maildirfolder"
      && !others.contains(where: last.hasSuffix)
  }
}

extension ExportInput {
  /// Gives every mail of every mailbox to `body`.
  func forEachMail(_ body: (MailRecord) -> Void) throws(ImportError) {
    try forEachFile(where: MailExport.isMail, orGiven: true) { (name, stream) throws(ImportError) in
      var reader = MailboxReader(stream, file: name)
      while let record = try reader.next() { body(record) }
    }
  }
}
