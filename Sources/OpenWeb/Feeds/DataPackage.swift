/// The open data of a site: Frictionless Data Package v1, one Table Schema a CSV file.
package struct DataPackage: Sendable, Hashable {
  /// Lower case letters, digits, `-`, `_`, `.`: `halyard-community-insights`.
  package var name: String
  package var title: String
  package var description: String?
  /// Absolute address of the page about the data.
  package var homePage: String?
  /// `2026-10-31`; nil when there is no snapshot yet.
  package var version: String?
  package var licences: [DataLicence]
  package var resources: [DataResource]
  /// The same tables as one SQLite file.
  package var database: DataFile?

  package init(
    name: String, title: String, description: String? = nil, homePage: String? = nil,
    version: String? = nil, licences: [DataLicence], resources: [DataResource],
    database: DataFile? = nil
  ) {
    self.name = name
    self.title = title
    self.description = description
    self.homePage = homePage
    self.version = version
    self.licences = licences
    self.resources = resources
    self.database = database
  }
}

/// A file of a data package that is no single table.
package struct DataFile: Sendable, Hashable {
  /// Unique in the package.
  package var name: String
  package var title: String
  /// Relative to `datapackage.json`.
  package var path: String
  /// In bytes.
  package var size: Int
  /// The tables in it, each with what it holds.
  package var tables: [DataTableNote]

  package init(name: String, title: String, path: String, size: Int, tables: [DataTableNote]) {
    self.name = name
    self.title = title
    self.path = path
    self.size = size
    self.tables = tables
  }
}

/// A table of a database with its columns.
package struct DataTableNote: Sendable, Hashable {
  package var name: String
  package var description: String
  package var fields: [DataField]

  package init(name: String, description: String, fields: [DataField]) {
    self.name = name
    self.description = description
    self.fields = fields
  }
}

/// A licence data may be used under.
package struct DataLicence: Sendable, Hashable {
  /// An Open Definition id: `CC-BY-4.0`.
  package var name: String
  package var title: String
  /// Absolute address of its text.
  package var address: String

  package init(name: String, title: String, address: String) {
    self.name = name
    self.title = title
    self.address = address
  }
}

/// One file of a data package.
package struct DataResource: Sendable, Hashable {
  /// Unique in the package; lower case letters, digits, `-`, `_`, `.`.
  package var name: String
  package var title: String
  package var description: String?
  /// Relative to `datapackage.json`, `/` between its parts.
  package var path: String
  /// Of the file, in bytes.
  package var size: Int?
  package var fields: [DataField]
  /// Names of the fields that together tell a row.
  package var primaryKey: [String]

  package init(
    name: String, title: String, description: String? = nil, path: String, size: Int? = nil,
    fields: [DataField], primaryKey: [String] = []
  ) {
    self.name = name
    self.title = title
    self.description = description
    self.path = path
    self.size = size
    self.fields = fields
    self.primaryKey = primaryKey
  }
}

/// One column of a CSV file.
package struct DataField: Sendable, Hashable {
  /// Table Schema types that our tables use.
  package enum Kind: String, Sendable {
    case string, integer, number, boolean, date, datetime, year, yearmonth
  }

  package var name: String
  package var kind: Kind
  package var title: String?
  package var description: String?
  /// `seconds`, `people`; written as the custom property `unit`.
  package var unit: String?
  package var isRequired: Bool

  package init(
    name: String, kind: Kind, title: String? = nil, description: String? = nil,
    unit: String? = nil, isRequired: Bool = false
  ) {
    self.name = name
    self.kind = kind
    self.title = title
    self.description = description
    self.unit = unit
    self.isRequired = isRequired
  }
}
