internal import Basics
internal import LinkDirectory
internal import MarkdownHTML

/// Something on the web that was found or shared: one file of `Content/media/`.
struct MediaAsset: ContentKind {
  var head = PageHead()
  /// Links that begin with it are links to the asset: a page, a folder or a whole site.
  var address: Placed<WebAddress>?
  var ownership = MediaOwnership.earned
  /// Who paid, where somebody did.
  var sponsor: String?
  var communities: [Placed<String>] = []
  var owner: Placed<String>?

  static let folder = ContentFolder.media
  static var shelf: WritableKeyPath<SiteContent, [ContentFile<MediaAsset>]> { \.media }
  static let about = """
    A page or site that was found or shared, and which of the five kinds of media it is. Links in \
    the communities that begin with its address are counted as that kind.
    """

  static let schema = Schema<MediaAsset>.page(
    "a media asset",
    [
      .required("title", .text, "Its name.") { $0.head.title = $1 },
      .optional("summary", .text, "What it is, in a sentence or two.") { $0.head.summary = $1 },
      .optional("date", .moment, "When it was found or shared.") { $0.head.date = $1 },
      .required(
        "address", .placed(.address), "Where it is; links that begin so are links to it."
      ) { $0.address = $1 },
      .required("ownership", .oneOf, "Which of the five kinds of media it is.") {
        $0.ownership = $1
      },
      .optional("sponsor", .text, "Who paid for it.") { $0.sponsor = $1 },
      .optional("communities", .list(.file(of: .communities)), "Where it was shared.") {
        $0.communities = $1
      },
      .optional("owner", .placed(.file(of: .departments)), "The department that answers for it.") {
        $0.owner = $1
      },
    ],
    rules: [
      SchemaRule(
        at: "ownership", with: ["sponsor"], "sponsored media need the name of who paid",
        fix: "add `sponsor:`"
      ) { $0.ownership != .sponsored || $0.sponsor != nil }
    ])
}
