internal import Templating

/// The communities that want to be linked.
struct DirectoryPage: PageKind {
  var site: SiteFrame
  var page: PageFrame
  var directory: DirectoryBody

  static let recordName = "directory page"
  static let template = "directory.html"
  static let fields: [PageField<DirectoryPage>] = [
    .record("site", "The site.") { $0.site },
    .record("page", "The page and its place.") { $0.page },
    .record("directory", "Who is listed, and on what terms.") { $0.directory },
  ]
}

/// What the directory shows.
struct DirectoryBody: PageRecord {
  var count: String
  var letters: [DirectoryLetter]
  var places: [DirectoryPlace]
  var waiting: String?
  var formats: [Link]
  /// Where a community puts the file that says yes.
  var wellKnown: String
  var scopes: [DirectoryScope]

  static let recordName = "directory"
  static let fields: [PageField<DirectoryBody>] = [
    .text("count", "How many communities, as a sentence.") { $0.count },
    .list("letters", "The letters names begin with, in a directory of more than 20.") {
      $0.letters
    },
    .list("places", "The communities, by name; never ranked.") { $0.places },
    .optionalText("waiting", "How many were asked and have not answered; never who.") {
      $0.waiting
    },
    .list("formats", "The same directory for machines, and its news.") { $0.formats },
    .text("well_known", "Where a community puts the file that says yes.") { $0.wellKnown },
    .list("scopes", "What can be allowed, and how many allow it.") { $0.scopes },
  ]
}

/// A letter with the first place whose name begins with it.
struct DirectoryLetter: PageRecord {
  var text: String
  var anchor: String

  static let recordName = "letter"
  static let fields: [PageField<DirectoryLetter>] = [
    .text("text", "The letter.") { $0.text },
    .text("anchor", "The first place of that letter.") { $0.anchor },
  ]
}

/// One community of the directory.
struct DirectoryPlace: PageRecord {
  /// Random, so that an address tells nothing once the place has left.
  var id: String
  var name: String
  var address: String
  var href: SafeURL
  var summary: String?
  var etiquette: String?
  var languages: [DirectoryLanguage]
  var kind: String?
  var consentFrom: String
  var given: String
  var renewed: String?
  var renewal: String
  var askAgain: String
  var allows: String
  var insights: Link?

  static let recordName = "directory place"
  static let fields: [PageField<DirectoryPlace>] = [
    .text("id", "Its random id, which is its anchor.") { $0.id },
    .text("name", "Its name, or its address where only the link is allowed.") { $0.name },
    .text("address", "Its address as readers know it.") { $0.address },
    .url("href", "Its address.") { $0.href },
    .optionalText("summary", "What it is for.") { $0.summary },
    .optionalText("etiquette", "How guests should behave there.") { $0.etiquette },
    .list("languages", "The languages spoken there.") { $0.languages },
    .optionalText("kind", "What kind of place it is.") { $0.kind },
    .text("consent_from", "In which role somebody said yes.") { $0.consentFrom },
    .text("given", "The day it said yes.") { $0.given },
    .optionalText("renewed", "The day it last said yes again.") { $0.renewed },
    .text("renewal", "The anchor of that day.") { $0.renewal },
    .text("ask_again", "The day by which it is asked again, or goes.") { $0.askAgain },
    .text("allows", "All that it allows.") { $0.allows },
    .optionalRecord("insights", "Its page.") { $0.insights },
  ]
}

/// A language that is spoken at a place.
struct DirectoryLanguage: PageRecord {
  var name: String
  var tag: String

  static let recordName = "directory language"
  static let fields: [PageField<DirectoryLanguage>] = [
    .text("name", "What it calls itself.") { $0.name },
    .text("tag", "Its tag: `de`.") { $0.tag },
  ]
}

/// One thing that can be allowed.
struct DirectoryScope: PageRecord {
  var name: String
  var meaning: String
  var count: Int

  static let recordName = "consent scope"
  static let fields: [PageField<DirectoryScope>] = [
    .text("name", "What it is called.") { $0.name },
    .text("meaning", "What it allows.") { $0.meaning },
    .integer("count", "How many communities allow it.") { $0.count },
  ]
}

/// The same words at every address that a withdrawn page had.
struct WithdrawnPage: PageKind {
  var site: SiteFrame
  var page: PageFrame

  static let recordName = "withdrawn page"
  static let template = "withdrawn.html"
  static let fields: [PageField<WithdrawnPage>] = [
    .record("site", "The site.") { $0.site },
    .record("page", "The page and its place.") { $0.page },
  ]
}
