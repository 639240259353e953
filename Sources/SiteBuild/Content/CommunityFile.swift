internal import Basics
internal import LinkDirectory
internal import MarkdownHTML

/// What the organisation writes about one community: one file of `Content/communities/`.
struct CommunityFile: ContentKind {
  var head = PageHead()
  var name = ""
  var summary = ""
  /// What kind of place it is: `Question-and-answer site`.
  var kind = ""
  var basis: Placed<Basis.Kind>?
  var proof: WebAddress?
  /// Its random id in the consent ledger, which is also its address while it stands on consent.
  var subject: Placed<String>?
  /// What else it is called, so that every name of it goes when its consent ends.
  var otherNames: [Placed<String>] = []
  /// How guests should behave.
  var etiquette: String?
  /// The languages spoken there, as BCP 47 tags.
  var languages: [Placed<String>] = []
  /// Where the community itself can say that something about it is wrong.
  var corrections: WebAddress?
  /// Whether its data are invented, which every page that shows it then says.
  var isSample = false
  /// A sentence that the licence of the data asks to be printed with every figure.
  var credit: String?
  /// The address of the community's own place.
  var origin: WebAddress?
  /// Handles of the organisation's own people there.
  var staff: [Placed<String>] = []
  /// Handles of programs that the platform does not mark as such.
  var bots: [Placed<String>] = []

  static let folder = ContentFolder.communities
  static var shelf: WritableKeyPath<SiteContent, [ContentFile<CommunityFile>]> { \.communities }
  static let about = """
    One community on any platform: what it is, how it works and on what basis it is measured. Its \
    file name is also the name of its folder of snapshots.
    """

  static let schema = Schema<CommunityFile>.page(
    "a community",
    [
      .required("name", .text, "The community's own name.") {
        $0.name = $1
        $0.head.title = $1
      },
      .required("summary", .text, "Who they are, in a sentence or two.") {
        $0.summary = $1
        $0.head.summary = $1
      },
      .required("kind", .text, "Platform and kind of place.") { $0.kind = $1 },
      .optional("basis", .placed(.oneOf), "Why it may be measured and written about.") {
        $0.basis = $1
      },
      .optional("proof", .address, "Where the licence, the terms or the notice can be read.") {
        $0.proof = $1
      },
      .optional("subject", .placed(.ledgerID("c")), "Its random id in the consent ledger.") {
        $0.subject = $1
      },
      .optional("other_names", .list(.text), "What else it is called, in prose and in links.") {
        $0.otherNames = $1
      },
      .optional("etiquette", .text, "How guests should behave there.") { $0.etiquette = $1 },
      .optional("languages", .list(.language), "The languages spoken there.") {
        $0.languages = $1
      },
      .optional("corrections", .address, "Where members can say that we have something wrong.") {
        $0.corrections = $1
      },
      .optional("credit", .text, "What the licence of the data asks to print with figures.") {
        $0.credit = $1
      },
      .optional("origin", .address, "The address of the community's own place, for imports.") {
        $0.origin = $1
      },
      .optional("staff", .list(.text), "Handles of the organisation's own people, for imports.") {
        $0.staff = $1
      },
      .optional("bots", .list(.text), "Handles of programs, for imports.") { $0.bots = $1 },
      .optional("sample", .flag, "Whether its data are invented.") { $0.isSample = $1 },
    ])
}
