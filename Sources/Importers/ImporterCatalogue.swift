internal import Basics

/// Every format there is an importer for: adding one adds a line here and a file beside it.
package enum ImporterCatalogue {
  package static let formats: [ImportFormat] = []

  package static func format(named name: String) -> ImportFormat? {
    formats.first { $0.name == name }
  }
}
