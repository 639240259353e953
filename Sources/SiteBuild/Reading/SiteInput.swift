package import Basics
internal import CommunityData
internal import LinkDirectory
internal import MarkdownHTML
internal import Templating

/// Everything a build reads, in memory: content, snapshots and theme.
package struct SiteInput: Sendable {
  package var settings: SiteSettings
  /// `Content/site.yaml`, for the places of what it says.
  package var settingsSource: SourceText
  /// What the settings name of the content.
  var settingsReferences: [ContentReference]
  /// The texts of the site's language.
  package var wording: Wording
  var content = SiteContent()
  /// The communities of the content with their data.
  var communities: [SiteCommunity] = []
  var consent = ConsentBook.empty
  var templates: [TemplateSource] = []
  /// The queries of the templates, by path.
  var templateQueries: [SourceText] = []
  var theme = SiteTheme.standard
  var staticFiles: [OutputFile] = []
  /// Oldest first.
  var editions: [Edition] = []
  /// Where measurements are kept.
  var cache: CacheFolder?

  /// Files that are published as they are, but for names that may not be told.
  package var copiedFiles: [OutputFile] { staticFiles }

  init(
    settings: SiteSettings, settingsSource: SourceText, settingsReferences: [ContentReference],
    wording: Wording
  ) {
    self.settings = settings
    self.settingsSource = settingsSource
    self.settingsReferences = settingsReferences
    self.wording = wording
  }
}

/// A community with what is written about it and what its snapshots hold.
struct SiteCommunity: Sendable {
  var file: ContentFile<CommunityFile>
  var data: Community?
  var credits: CreditBook
  /// Whether there are data that could not be read, of which an error tells.
  var hasUnreadData = false

  var slug: String { file.slug }
  var name: String { file.fields.name }
}
