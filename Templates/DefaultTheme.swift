/// The theme a site has unless it overrides single files of it, kept in the program itself.
package enum DefaultTheme {
  /// One file under the name that `extends`, `include` and a site's own `Templates/` use.
  package struct File: Sendable {
    package let name: String
    package let bytes: [UInt8]
  }

  package static let stylesheet = "style.css"
  /// What the search page has besides.
  package static let searchStylesheet = "search.css"

  /// The texts of the user interface, a file a language: `en`, with the bytes of `strings/en.yaml`.
  package static let languages: [File] = [
    File(name: "ar", bytes: PackageResources.ar_yaml),
    File(name: "de", bytes: PackageResources.de_yaml),
    File(name: "en", bytes: PackageResources.en_yaml),
  ]

  /// Sorted by name.
  package static let files: [File] = [
    File(name: "a-to-z.html", bytes: PackageResources.a_to_z_html),
    File(name: "base.html", bytes: PackageResources.base_html),
    File(name: "brief-file.html", bytes: PackageResources.brief_file_html),
    File(name: "brief-mail.html", bytes: PackageResources.brief_mail_html),
    File(name: "brief.html", bytes: PackageResources.brief_html),
    File(name: "briefs.html", bytes: PackageResources.briefs_html),
    File(name: "change-list.html", bytes: PackageResources.change_list_html),
    File(name: "changes.html", bytes: PackageResources.changes_html),
    File(name: "communities-table.html", bytes: PackageResources.communities_table_html),
    File(name: "communities.html", bytes: PackageResources.communities_html),
    File(name: "community.html", bytes: PackageResources.community_html),
    File(name: "contents.html", bytes: PackageResources.contents_html),
    File(name: "counted-links.html", bytes: PackageResources.counted_links_html),
    File(name: "credits.html", bytes: PackageResources.credits_html),
    File(name: "data.html", bytes: PackageResources.data_html),
    File(name: "directory.html", bytes: PackageResources.directory_html),
    File(name: "figure.html", bytes: PackageResources.figure_html),
    File(name: "gone.html", bytes: PackageResources.gone_html),
    File(name: "home.html", bytes: PackageResources.home_html),
    File(name: "insight-list.html", bytes: PackageResources.insight_list_html),
    File(name: "insight.html", bytes: PackageResources.insight_html),
    File(name: "insights.html", bytes: PackageResources.insights_html),
    File(name: "key-figures.html", bytes: PackageResources.key_figures_html),
    File(name: "ledger-entries.html", bytes: PackageResources.ledger_entries_html),
    File(name: "ledger.html", bytes: PackageResources.ledger_html),
    File(name: "list.html", bytes: PackageResources.list_html),
    File(name: "method.html", bytes: PackageResources.method_html),
    File(name: "metric.html", bytes: PackageResources.metric_html),
    File(name: "not-found.html", bytes: PackageResources.not_found_html),
    File(name: "note.html", bytes: PackageResources.note_html),
    File(name: "page-list.html", bytes: PackageResources.page_list_html),
    File(name: "page.html", bytes: PackageResources.page_html),
    File(name: "paraphrase.html", bytes: PackageResources.paraphrase_html),
    File(name: "places.html", bytes: PackageResources.places_html),
    File(name: "query.html", bytes: PackageResources.query_html),
    File(name: "quote.html", bytes: PackageResources.quote_html),
    File(name: "search.css", bytes: PackageResources.search_css),
    File(name: "search.html", bytes: PackageResources.search_html),
    File(name: "section-page.html", bytes: PackageResources.section_page_html),
    File(name: "style.css", bytes: PackageResources.style_css),
    File(name: "tags.html", bytes: PackageResources.tags_html),
    File(name: "topics.html", bytes: PackageResources.topics_html),
    File(name: "waiting.html", bytes: PackageResources.waiting_html),
    File(name: "withdrawn.html", bytes: PackageResources.withdrawn_html),
  ]
}
