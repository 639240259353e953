internal import Basics
internal import LinkDirectory
internal import MarkdownHTML

/// What the organisation writes about one community: one file of `Content/communities/`.
struct CommunityFile: Sendable {
  var name = ""
  var summary = ""
  /// What kind of place it is: `Question-and-answer site`.
  var kind = ""
  var basis: Placed<String>?
  var proof: WebAddress?
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

  static let schema = Schema<CommunityFile>(
    kind: "a community",
    keys: [
      .required("name", .text, "The community's own name.") { $0.name = $1 },
      .required("summary", .text, "Who they are, in a sentence or two.") { $0.summary = $1 },
      .required("kind", .text, "Platform and kind of place.") { $0.kind = $1 },
      .optional(
        "basis", .placed(.choice(Basis.Kind.allCases.map(\.rawValue))),
        "Why it may be measured and written about."
      ) { $0.basis = $1 },
      .optional("proof", .address, "Where the licence, the terms or the notice can be read.") {
        $0.proof = $1
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
