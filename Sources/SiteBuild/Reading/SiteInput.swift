package import Basics
internal import CommunityData
internal import MarkdownHTML
internal import Templating

/// Everything a build reads, in memory: content, snapshots and theme.
package struct SiteInput: Sendable {
  package var settings: SiteSettings
  /// `Content/site.yaml`, for the places of what it says.
  package var settingsSource: SourceText
  /// The texts of the site's language.
  package var wording: Wording
  var insights: [ContentFile<Insight>] = []
  var communities: [SiteCommunity] = []
  var campaigns: [ContentFile<Campaign>] = []
  var pages: [ContentFile<PlainPageFile>] = []
  var templates: [TemplateSource] = []
  var stylesheet: [UInt8] = []
  var staticFiles: [OutputFile] = []
  /// Oldest first.
  var editions: [Edition] = []

  init(settings: SiteSettings, settingsSource: SourceText, wording: Wording) {
    self.settings = settings
    self.settingsSource = settingsSource
    self.wording = wording
  }
}

/// A community with what is written about it and what its snapshots hold.
struct SiteCommunity: Sendable {
  var file: ContentFile<CommunityFile>
  var data: Community?
  var credits: CreditBook

  var slug: String { file.slug }
  var name: String { file.fields.name }
}
