internal import ArgumentParser
internal import Basics
internal import LinkDirectory
internal import SiteBuild

struct ConsentNoticeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notice",
    abstract: "Prints what to send to a community, and keeps new versions of it.",
    discussion: helpText(
      """
      A consent counts for the newest version only: after `--new` everybody has to be asked again. A \
      text that is the newest version already is not kept twice.
      """,
      examples: [
        (
          "meadow consent notice",
          "prints the text alone, to be read before it is kept or sent"
        ),
        (
          "meadow consent notice --subject forum",
          "prints what to send to a community"
        ),
        (
          "meadow consent notice --new --from notice.txt",
          "keeps a new version; everybody has to be asked again"
        ),
      ]))

  @OptionGroup var shared: SharedOptions

  @Option(help: "Whom to ask: an id of the ledger, or the file name of a community.")
  var subject: String?

  @Option(help: "The community's own place; from its file by default.")
  var place: String?

  @Option(help: "What to ask for; everything by default.")
  var scope: String?

  @Option(help: "For the scope quote: community/item id.")
  var item: String?

  @Option(help: "Until when; a year from now by default.", transform: MomentArgument.read)
  var expires: MomentArgument?

  @Option(help: "The language of the notice.")
  var lang = "en"

  @Flag(help: "Keep a new version, from --from or from the standard text.")
  var new = false

  @Option(help: "A text file with the new version.", completion: .file())
  var from: String?

  @Option(
    help: "The moment from which a year is counted; now by default.",
    transform: MomentArgument.read)
  var asOf: MomentArgument?

  func validate() throws {
    guard isLanguageTag(lang) else {
      throw ValidationError("--lang takes a language as en or de-AT, not `\(printable(lang))`")
    }
    if from != nil, !new { throw ValidationError("--from goes with --new, which keeps the text") }
    let letter = [
      ("--subject", subject), ("--place", place), ("--scope", scope), ("--item", item),
    ]
    if new, let (option, _) = letter.first(where: { $0.1 != nil }) {
      throw ValidationError("\(option) does not go with --new: it keeps a text and asks nobody")
    }
    try ItemArgument.check(item, of: subject, scope: scope)
  }

  func run() throws {
    let desk = try ConsentDesk(shared)
    if new { return try keep(desk) }
    let current = kept(desk.book.currentNotice ?? 0, desk.book)
    if isTextAlone { return try printText(current, desk) }
    guard let notice = current else {
      throw desk.refusal(
        "there is no notice in `\(lang)`",
        fix: "meadow consent notice --new --lang \(lang)" + (lang == "en" ? "" : " --from FILE"))
    }
    // Whole or not at all: a letter without its second half would be sent.
    let (terms, wellKnown) = try terms(notice, desk)
    shared.console.write(
      notice.bytes + [UInt8(ascii: "\n")]
        + Array(NoticeText.answers(terms, wellKnown: wellKnown).utf8))
  }

  /// Without anybody to be asked and anything to be asked for there is a text, and no letter.
  private var isTextAlone: Bool { subject == nil && place == nil && scope == nil && item == nil }

  /// A version in the language that was asked for.
  private func kept(_ version: Int, _ book: ConsentBook) -> ConsentNotice? {
    book.notices.first { $0.version == version && $0.language == lang }
  }

  /// Prints what is kept, or what `--new` would keep.
  private func printText(_ current: ConsentNotice?, _ desk: borrowing ConsentDesk) throws {
    if let current { return shared.console.write(current.bytes) }
    shared.console.write(try standardText(desk))
    shared.say("not kept yet: `meadow consent notice --new --lang \(lang)` keeps it")
  }

  private func standardText(_ desk: borrowing ConsentDesk) throws -> [UInt8] {
    guard let site = readSiteName(shared.disk) else {
      throw desk.refusal("Content/site.yaml cannot be read", fix: "meadow build says why")
    }
    // Kept under another language's name, it would be evidence of words that nobody read.
    guard lang == "en" else {
      throw desk.refusal(
        "the standard text is English, and there is none in `\(lang)`",
        fix: "translate what `meadow consent notice` prints, then "
          + "`meadow consent notice --new --lang \(lang) --from FILE`")
    }
    let text = NoticeText.standard(organisation: site.organisation, title: site.title)
    return Array(text.utf8)
  }

  /// Nobody can agree to a text that says nothing.
  private func text(in file: String) throws -> [UInt8] {
    let bytes = try CapturedFile.read(file)
    guard let text = String(validating: bytes, as: UTF8.self), text.contains(where: \.isLetter)
    else {
      throw ValidationError("`\(printable(file))` holds no text in UTF-8")
    }
    return bytes
  }

  private func terms(
    _ notice: ConsentNotice, _ desk: borrowing ConsentDesk
  ) throws -> (ConsentTerms, WebAddress?) {
    var about = ConsentOptions()
    about.subject = subject
    about.place = place
    let known = try about.find(in: desk)
    about.scope = scope
    let scopes = try asked(about, of: known.subject)
    let moment = asOf?.moment ?? WallClock.now
    let year = Timestamp(moment.day.adding(days: ConsentEvent.longestDays))
    if let expires = expires?.moment, expires <= moment || expires > year {
      throw ValidationError("--expires \(expires) is over, or more than a year away from \(moment)")
    }
    if !known.subject.isPerson, known.place == nil {
      throw ValidationError("--place is missing, and no community's file tells it as `origin`")
    }
    var terms = ConsentTerms(
      target: known.place?.text ?? known.subject.description, scopes: scopes, item: item,
      notice: notice.reference.sha256, expires: expires?.moment ?? year)
    terms.granted = Timestamp(moment.day)
    return (terms, known.place.flatMap { ConsentStatement.wellKnownAddress(of: $0) })
  }

  /// What to ask for; a quote is of one item, and without one nobody is asked for it.
  private func asked(
    _ about: ConsentOptions, of subject: ConsentSubject
  ) throws -> [ConsentScope] {
    let typed = try about.scopes(of: subject)
    if item == nil, typed?.contains(.quote) == true {
      throw ValidationError("--scope quote goes with --item, the one that is to be quoted")
    }
    return typed ?? subject.scopes.filter { $0 != .quote || item != nil }
  }

  private func keep(_ desk: borrowing ConsentDesk) throws {
    let bytes: [UInt8]
    if let from { bytes = try text(in: from) } else { bytes = try standardText(desk) }
    let current = desk.book.currentNotice ?? 0
    let standing = kept(current, desk.book)
    if let standing, standing.bytes == bytes {
      // A second version of the same words would end every consent to the first.
      return shared.say(
        "this is version \(current) already; nothing was kept: "
          + "\(LedgerFile.notices)/\(standing.fileName): sha256 \(standing.reference.sha256)")
    }
    // The same version in another language is no new one.
    let version = current > 0 && standing == nil ? current : current + 1
    let notice = ConsentNotice(version: version, language: lang, bytes: bytes)
    let path = try SitePath("\(LedgerFile.notices)/\(notice.fileName)")
    do throws(FileError) {
      try shared.disk.write(bytes, to: path)
      try shared.disk.synchronize(path.folder)
    } catch {
      throw shared.refusal(error)
    }
    shared.say("kept as \(path): sha256 \(notice.reference.sha256)")
  }
}
