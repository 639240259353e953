internal import Basics
package import LinkDirectory
internal import MarkdownHTML

/// What `Content/site.yaml` says about the site as a whole.
package struct SiteSettings: Sendable {
  package var title = ""
  package var organisation = ""
  /// A BCP 47 tag, `de-AT`.
  var language = Placed(value: "en", place: YAMLPlace(line: 1, column: 1))
  /// The absolute address the site will have, ending in `/`; nil where it has none.
  package var baseURL: WebAddress?
  /// A sentence for the foot of every page.
  package var note = ""
  package var textLicence: Licence?
  package var dataLicence: Licence?
  /// The fewest people a figure may be about; nil is the standard.
  var threshold: Placed<Int>?
  /// The insight whose claim heads the home page; nil is the newest.
  var headline: Placed<String>?
  /// The community whose course the home page draws; nil is the first by name.
  var timeline: Placed<String>?
  package var smartPunctuation = false
  /// Who signs off paraphrases and declined criticism, by role or name.
  var editors: [Placed<String>] = []
  /// The sealed edition shown first; nil is the newest.
  var edition: Placed<CalendarDay>?
  /// How many pages a list of a plain section or tag shows before it goes on.
  package var listLength = 20

  /// How it wants to sound.
  var voice = VoiceSettings()
  /// Where readers ask who answers for the site: a page, or a mail address.
  var contact: ContactAddress?
  /// Whether the public edition, too, names conversations worth joining.
  var publishesConversations = false

  /// What makes an index of the site, for a page that searches it; nil where there is none.
  var search: SearchTool?

  /// Addresses that the author took down for good.
  var gone: [Placed<GoneAddress>] = []

  static let schema = Schema<SiteSettings>(
    kind: "site.yaml",
    keys: [
      .required("title", .text, "The site's title.") { $0.title = $1 },
      .required("organisation", .text, "Who listens and publishes.") { $0.organisation = $1 },
      .optional("language", .placed(.language), "The language of the texts; `en` by default.") {
        $0.language = $1
      },
      .optional("base_url", .siteAddress, "The absolute address the site will have.") {
        $0.baseURL = $1
      },
      .optional("note", .text, "A sentence for the foot of every page.") { $0.note = $1 },
      .optional("text_licence", .licence, "The licence of the texts.") { $0.textLicence = $1 },
      .optional("data_licence", .licence, "The licence of the figures.") { $0.dataLicence = $1 },
      .optional("k", .placed(.integer), "The fewest people a figure may be about; 5 or more.") {
        $0.threshold = $1
      },
      .optional("headline", .placed(.file(of: .insights)), "The insight that heads the home page.")
      {
        $0.headline = $1
      },
      .optional(
        "timeline", .placed(.file(of: .communities)),
        "The community whose course the home page draws."
      ) { $0.timeline = $1 },
      .optional("smart_punctuation", .flag, "Curls quotes and joins hyphens to dashes.") {
        $0.smartPunctuation = $1
      },
      .optional("editors", .list(.text), "Who signs off paraphrases, by role or name.") {
        $0.editors = $1
      },
      .optional("edition", .placed(.day), "The sealed edition shown first; the newest by default.")
      {
        $0.edition = $1
      },
      .optional(
        "gone", .list(.record(GoneAddress.schema, empty: GoneAddress())),
        "Addresses taken down for good, with the day and the reason that readers are told."
      ) { $0.gone = $1 },
      .optional("contact", .contact, "Where readers of a brief ask: a page or a mail address.") {
        $0.contact = $1
      },
      .optional(
        "publish_conversations", .flag,
        "Whether public briefs name conversations worth joining; only internal ones do by default."
      ) { $0.publishesConversations = $1 },
      .optional("list_length", .count, "How many pages a list shows at a time; 20 by default.") {
        $0.listLength = $1
      },
      .optional(
        "search", .oneOf,
        "A page that searches the site with a script, by an index that `pagefind` makes of it."
      ) { $0.search = $1 },
      .optional(
        "voice", .record(VoiceSettings.schema, empty: VoiceSettings()),
        "How the site wants to sound: words that the build warns of."
      ) { $0.voice = $1 },
    ])
}
