internal import Basics
internal import LinkDirectory

/// Why words are not quoted.
enum QuoteFault: Error {
  case noCommunity(FigureFault)
  case noSuchItem(String, in: String)
  case withdrawn
  /// Its author or its community allows it no more.
  case takenBack
  case deleted(String)
  case differs(String, quoted: String, written: String)
  case unknownEditor(String, suggestion: String?)
  case refused(PublicationRefusal)

  var code: DiagnosticCode {
    switch self {
    case .noCommunity, .noSuchItem, .unknownEditor: SiteBuildCodes.unknownReference
    case .withdrawn, .takenBack: LinkDirectoryCodes.withdrawn
    case .deleted: SiteBuildCodes.quoteRemoved
    case .refused: SiteBuildCodes.quoteRefused
    case .differs: SiteBuildCodes.quoteDiffers
    }
  }

  /// What somebody took back never stops a build.
  var severity: Severity {
    switch self {
    case .withdrawn, .takenBack, .deleted: .warning
    default: .error
    }
  }

  var message: String {
    switch self {
    case .noCommunity(let fault): fault.message
    case .noSuchItem(let id, let community): "`\(community)` has no item `\(id)`"
    case .withdrawn: "the community has no live consent, so the quote is left out"
    case .takenBack: "who allowed this quote does not allow it any more, so it is left out"
    case .deleted(let id):
      "the item `\(id)` was deleted, so its place says “[removed by its author]”"
    case .differs(let part, _, _): "the item does not say “\(part)”"
    case .unknownEditor(let name, _): "site.yaml names no editor `\(name)`"
    case .refused(let refusal): "the words may not be quoted: \(refusal)"
    }
  }

  var fix: String? {
    switch self {
    case .noCommunity(let fault): fault.fix
    case .noSuchItem: nil
    case .withdrawn, .takenBack: "take the quote out"
    case .deleted: "take the quote out"
    case .refused(.licenceForbidsQuotation(PublicationRefusal.noLicence)):
      "import it again with `--licence`, or give a `paraphrase` with its `editor`"
    case .refused: "give a `paraphrase` with its `editor`, or leave it out"
    case .differs: "quote verbatim, and write […] where words are left out"
    case .unknownEditor(_, let suggestion): suggestion ?? "add them to `editors` in site.yaml"
    }
  }

  /// The community that is not there.
  var missing: String? {
    if case .noCommunity(let fault) = self { fault.missing } else { nil }
  }

  /// Both texts, where the post was edited since it was quoted.
  var notes: [String] {
    guard case .differs(_, let quoted, let written) = self else { return [] }
    return [
      "quoted:  “\(QuoteFault.oneLine(quoted))”", "written: “\(QuoteFault.oneLine(written))”",
    ]
  }

  /// At most 400 characters, white space as single blanks.
  private static func oneLine(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.count > 400 ? words.prefix(400) + " […]" : words
  }
}
