internal import Basics

/// Every format there is an importer for: adding one adds a line here and a file beside it.
package enum ImporterCatalogue {
  /// By name.
  package static let formats: [ImportFormat] = [
    CSVExport.format,
    DiscordExport.format,
    DiscourseExport.format,
    FeedExport.format,
    GitHubExport.format,
    GitterExport.format,
    IRCExport.format,
    LemmyExport.format,
    MastodonExport.format,
    MattermostExport.format,
    MailExport.format,
    NDJSONExport.format,
    PercevalExport.format,
    RedditExport.format,
    SlackExport.format,
    StackExchangeExport.format,
    ZulipExport.format,
  ]

  static func format(named name: String) throws(ImportError) -> ImportFormat {
    if let format = formats.first(where: { $0.name == name }) { return format }
    throw ImportError(
      ImportersCodes.unknownFormat, "there is no importer for `\(name)`",
      fix: suggestion(for: name, among: formats.map(\.name))
        ?? "`meadow import --list` names them all")
  }
}
