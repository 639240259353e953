internal import Templating

/// Communities beside jobs: which place carries which, how fast it answers, what we give and take.
struct PlacesPage: PageKind {
  var site: SiteFrame
  var page: PageFrame
  var lead: String
  var places: [PlaceHead]
  var rows: [PlacesRow]

  static let recordName = "places page"
  static let template = "places.html"
  static let fields: [PageField<PlacesPage>] = [
    .record("site", "The site.") { $0.site },
    .record("page", "The page and its place.") { $0.page },
    .text("lead", "What is laid beside what.") { $0.lead },
    .list("places", "The communities by name; never ranked.") { $0.places },
    .list("rows", "The jobs, then how fast a place answers and what we gave and asked.") {
      $0.rows
    },
  ]
}

/// A community above its column.
struct PlaceHead: PageRecord {
  var name: String
  var href: SafeURL

  static let recordName = "place"
  static let fields: [PageField<PlaceHead>] = [
    .text("name", "The community's name.") { $0.name },
    .url("href", "Its page.") { $0.href },
  ]
}

/// One job, or one number, of every community.
struct PlacesRow: PageRecord {
  var title: String
  var href: SafeURL?
  var cells: [PlaceCell]

  static let recordName = "places row"
  static let fields: [PageField<PlacesRow>] = [
    .text("title", "The job, or what is measured.") { $0.title },
    .optionalURL("href", "The job in its ledger.") { $0.href },
    .list("cells", "One a community, in their order.") { $0.cells },
  ]
}

/// The value of one community in one row.
struct PlaceCell: PageRecord {
  var place: String
  var value: String
  var note: String

  static let recordName = "place cell"
  static let fields: [PageField<PlaceCell>] = [
    .text("place", "The community.") { $0.place },
    .text("value", "Of a job how many conversations are about it.") { $0.value },
    .text("note", "Of a job how many of them have no response; empty for none.") { $0.note },
  ]
}
