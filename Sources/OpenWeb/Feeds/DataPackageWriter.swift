internal import JSONText

/// A `datapackage.json` (Frictionless Data Package v1 with Table Schema).
///
/// Tables are CSV in UTF-8 with a header line, fields quoted by `"`; an empty field is no value.
package func writeDataPackage(_ package: DataPackage) -> [UInt8] {
  var json = JSONWriter(style: .pretty)
  json.object { json in
    // A database is no table, and with it the package is no tabular one.
    json.field("profile", package.database == nil ? "tabular-data-package" : "data-package")
    json.field("name", package.name)
    json.field("title", package.title)
    json.field("description", ifPresent: package.description)
    json.field("homepage", ifPresent: package.homePage)
    json.field("version", ifPresent: package.version)
    json.licences(package.licences)
    json.array("resources") { json in
      for resource in package.resources { json.resource(resource) }
      if let database = package.database { json.resource(database) }
    }
  }
  json.endLine()
  return json.bytes
}

extension JSONWriter {
  fileprivate mutating func licences(_ licences: [DataLicence]) {
    guard !licences.isEmpty else { return }
    array("licenses") { json in
      for licence in licences {
        json.object { json in
          json.field("name", licence.name)
          json.field("title", licence.title)
          json.field("path", licence.address)
        }
      }
    }
  }

  fileprivate mutating func resource(_ resource: DataResource) {
    object { json in
      json.field("profile", "tabular-data-resource")
      json.field("name", resource.name)
      json.field("title", resource.title)
      json.field("description", ifPresent: resource.description)
      json.field("path", resource.path)
      json.field("format", "csv")
      json.field("mediatype", "text/csv")
      json.field("encoding", "utf-8")
      json.field("bytes", ifPresent: resource.size)
      json.schema(of: resource)
    }
  }

  fileprivate mutating func resource(_ file: DataFile) {
    object { json in
      json.field("profile", "data-resource")
      json.field("name", file.name)
      json.field("title", file.title)
      json.field("path", file.path)
      json.field("format", "sqlite")
      json.field("mediatype", "application/vnd.sqlite3")
      json.field("bytes", file.size)
      json.array("tables") { json in
        for table in file.tables {
          json.object { json in
            json.field("name", table.name)
            json.field("description", table.description)
            json.array("fields") { json in
              for field in table.fields { json.field(field) }
            }
          }
        }
      }
    }
  }

  private mutating func schema(of resource: DataResource) {
    object("schema") { json in
      json.array("fields") { json in
        for field in resource.fields { json.field(field) }
      }
      json.array("missingValues") { $0.string("") }
      guard !resource.primaryKey.isEmpty else { return }
      json.array("primaryKey") { json in
        for name in resource.primaryKey { json.string(name) }
      }
    }
  }

  private mutating func field(_ field: DataField) {
    object { json in
      json.field("name", field.name)
      json.field("type", field.kind.rawValue)
      json.field("title", ifPresent: field.title)
      json.field("description", ifPresent: field.description)
      json.field("unit", ifPresent: field.unit)
      if field.isRequired {
        json.object("constraints") { $0.field("required", true) }
      }
    }
  }
}
