internal import Templating

/// A list of pages: a section, or what bears a tag; long ones go on on further pages.
struct ListPage: PageKind {
  var site: SiteFrame
  var page: PageFrame
  var list: ListBody

  static let recordName = "list page"
  static let template = "list.html"
  static let fields: [PageField<ListPage>] = [
    .record("site", "The site.") { $0.site },
    .record("page", "The page and its place.") { $0.page },
    .record("list", "The list.") { $0.list },
  ]
}

/// What a page with a list shows.
struct ListBody: PageRecord {
  var text: SafeHTML?
  var sections: [CountedLink]
  var pages: [PageCard]
  var number: Int
  var total: Int
  var previous: SafeURL?
  var next: SafeURL?
  var isDated: Bool

  static let recordName = "list"
  static let fields: [PageField<ListBody>] = [
    .optionalHTML("text", "What stands above the list, on its first page.") { $0.text },
    .list("sections", "The sections that lie in this one, on its first page.") { $0.sections },
    .list("pages", "The pages of this part of the list, newest first.") { $0.pages },
    .integer("number", "Which part of the list this is, from 1 on.") { $0.number },
    .integer("total", "How many parts the list has.") { $0.total },
    .optionalURL("previous", "The part before it.") { $0.previous },
    .optionalURL("next", "The part after it.") { $0.next },
    .boolean("is_dated", "Whether its pages have days, so that it runs from the newest.") {
      $0.isDated
    },
  ]
}

/// A page as lists show it.
struct PageCard: PageRecord {
  var title: String
  var href: SafeURL
  var summary: String?
  /// The day as `2018-09-04`.
  var date: String?

  static let recordName = "page card"
  static let fields: [PageField<PageCard>] = [
    .text("title", "The page's title.") { $0.title },
    .url("href", "The page.") { $0.href },
    .optionalText("summary", "What it says, in a sentence.") { $0.summary },
    .optionalText("date", "The day it was published.") { $0.date },
  ]
}

/// A link with the number of pages behind it.
struct CountedLink: PageRecord {
  var title: String
  var href: SafeURL
  var count: Int

  static let recordName = "counted link"
  static let fields: [PageField<CountedLink>] = [
    .text("title", "What the link says.") { $0.title },
    .url("href", "Where it leads.") { $0.href },
    .integer("count", "How many pages there are.") { $0.count },
  ]
}

/// All tags.
struct TagsPage: PageKind {
  var site: SiteFrame
  var page: PageFrame
  var tags: [CountedLink]

  static let recordName = "tags page"
  static let template = "tags.html"
  static let fields: [PageField<TagsPage>] = [
    .record("site", "The site.") { $0.site },
    .record("page", "The page and its place.") { $0.page },
    .list("tags", "All tags, the one on most pages first.") { $0.tags },
  ]
}

/// One page of a plain section.
struct SectionPage: PageKind {
  var site: SiteFrame
  var page: PageFrame
  var entry: SectionPageBody

  static let recordName = "section page"
  static let template = "section-page.html"
  static let fields: [PageField<SectionPage>] = [
    .record("site", "The site.") { $0.site },
    .record("page", "The page and its place.") { $0.page },
    .record("entry", "The page's own content.") { $0.entry },
  ]
}

/// What a page of a section shows.
struct SectionPageBody: PageRecord {
  var date: String?
  var minutes: Int
  var words: Int
  var contents: [ContentsEntry]
  var body: SafeHTML
  var tags: [Link]
  var previous: Link?
  var next: Link?
  var row: TemplateValue?

  static let recordName = "section entry"
  static let fields: [PageField<SectionPageBody>] = [
    .optionalText("date", "The day it was published.") { $0.date },
    .integer("minutes", "Reading time.") { $0.minutes },
    .integer("words", "How many words it has.") { $0.words },
    .list("contents", "Its headings; empty where there are fewer than two.") { $0.contents },
    .html("body", "The text.") { $0.body },
    .list("tags", "What it is about.") { $0.tags },
    .optionalRecord(
      "previous",
      "The page before it: the older one, or without a day the one above it in the list."
    ) {
      $0.previous
    },
    .optionalRecord("next", "The page after it: the newer one, or without a day the one below it.")
    { $0.next },
    .optionalValue(
      "row", "Of a page that is made from data: its row, with the columns as fields."
    ) { $0.row },
  ]
}

/// A line of a table of contents.
struct ContentsEntry: PageRecord {
  var title: String
  var href: SafeURL
  /// 2 for a section of the page, 3 for a part of it.
  var level: Int

  static let recordName = "contents entry"
  static let fields: [PageField<ContentsEntry>] = [
    .text("title", "The heading.") { $0.title },
    .url("href", "Its place on the page.") { $0.href },
    .integer("level", "2 for a section of the page, 3 for a part of one.") { $0.level },
  ]
}
