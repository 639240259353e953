internal import Templating

/// Every data file of the site.
struct DataPage: PageKind {
  var site: SiteFrame
  var page: PageFrame
  var files: [DataFileRow]
  var records: [RecordAccount]
  var columns: [DataColumn]
  var package: SafeURL
  var database: SafeURL
  var tables: [DataColumn]
  var credits: String?
  var licence: Link?

  static let recordName = "data page"
  static let template = "data.html"
  static let fields: [PageField<DataPage>] = [
    .record("site", "The site.") { $0.site },
    .record("page", "The page and its place.") { $0.page },
    .list("files", "One row a table.") { $0.files },
    .list("records", "What became of all that was read, one row a snapshot.") { $0.records },
    .list("columns", "What each column of the tables means.") { $0.columns },
    .url("package", "The description of all tables for machines.") { $0.package },
    .url("database", "All tables as one SQLite file.") { $0.database },
    .list("tables", "What each table of that file holds.") { $0.tables },
    .optionalText("credits", "What the sources ask to be said of their data.") { $0.credits },
    .optionalRecord("licence", "The licence of the data.") { $0.licence },
  ]
}

/// One table to download.
struct DataFileRow: PageRecord {
  var title: String
  var about: String
  var rows: Int
  var csv: SafeURL
  var csvSize: String
  var json: SafeURL
  var jsonSize: String
  var licence: Link?

  static let recordName = "data file"
  static let fields: [PageField<DataFileRow>] = [
    .text("title", "What the table holds.") { $0.title },
    .text("about", "Of which community.") { $0.about },
    .integer("rows", "How many rows.") { $0.rows },
    .url("csv", "The table as CSV.") { $0.csv },
    .text("csv_size", "Its size.") { $0.csvSize },
    .url("json", "The table as JSON.") { $0.json },
    .text("json_size", "Its size.") { $0.jsonSize },
    .optionalRecord("licence", "The licence of the data.") { $0.licence },
  ]
}

/// A column of the measurement table, or a table of the database.
struct DataColumn: PageRecord {
  var name: String
  var meaning: String

  static let recordName = "column"
  static let fields: [PageField<DataColumn>] = [
    .text("name", "Its name in the files.") { $0.name },
    .text("meaning", "What it holds.") { $0.meaning },
  ]
}
