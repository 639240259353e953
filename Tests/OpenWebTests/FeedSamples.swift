internal import Basics
internal import OpenWeb

/// Values that try every writer with what breaks careless ones.
enum FeedSamples {
  /// Markup, the end of a CDATA section, quotes, a control character, text from right to left.
  static let nasty = "</title> ]]> \"a\" & 'b' <i>\u{1}\u{B} é 日本 שלום 🌱"
  /// `nasty` as a reader of XML must get it.
  static let nastyInXML = "</title> ]]> \"a\" & 'b' <i>\u{FFFD}\u{FFFD} é 日本 שלום 🌱"

  static let moment = Timestamp(secondsSinceEpoch: 1_793_404_805)

  static let feed = Feed(
    title: nasty, subtitle: "Insights & answers", homePage: "https://insights.example/",
    address: "https://insights.example/feed.atom",
    jsonAddress: "https://insights.example/feed.json", language: "en-GB", author: "Halyard",
    rights: "CC BY 4.0", updated: moment,
    entries: [
      FeedEntry(
        title: nasty, address: "https://insights.example/insights/a.html?x=1&y=2",
        published: Timestamp(secondsSinceEpoch: 0), updated: moment, summary: nasty,
        html: "<p>One &amp; two ]]&gt; <a href=\"https://insights.example/\">x</a></p>",
        authors: ["Ines", "Jo <jo>"], topics: ["upgrade", "a & b"]),
      FeedEntry(
        title: "Only a title", address: "https://insights.example/insights/b.html",
        published: moment, updated: moment),
    ])

  static let opml = OPML(
    title: nasty, modified: moment, owner: "Halyard",
    outlines: [
      Outline(
        text: "Forums",
        children: [
          Outline(
            text: nasty, page: "https://forum.example/?a=1&b=2", description: "Line\nbreak\ttab"),
          Outline(
            text: "With a feed", page: "https://forum.example/",
            feed: "https://forum.example/latest.rss"),
        ])
    ])

  static let dataPackage = DataPackage(
    name: "halyard-community-insights", title: nasty, description: "All figures",
    homePage: "https://insights.example/data/", version: "2026-10-31",
    licences: [
      DataLicence(
        name: "CC-BY-4.0", title: "Creative Commons Attribution 4.0",
        address: "https://creativecommons.org/licenses/by/4.0/")
    ],
    resources: [
      DataResource(
        name: "activity", title: "Activity", path: "activity.csv", size: table.utf8.count,
        fields: [
          DataField(name: "week", kind: .date, isRequired: true),
          DataField(name: "people", kind: .integer, title: "People", unit: "people"),
          DataField(name: "note", kind: .string, description: nasty),
        ], primaryKey: ["week"])
    ])

  static let table =
    "\"week\",\"people\",\"note\"\n\"2026-10-26\",12,\"a\"\n\"2026-11-02\",,\"[c]\"\n"

  static let pages = [
    SitemapEntry(address: "https://insights.example/", changed: moment.day),
    SitemapEntry(address: "https://insights.example/a.html?x=1&y='2'"),
  ]
}
