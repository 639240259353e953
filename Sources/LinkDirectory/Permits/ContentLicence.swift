/// A licence under which a community's texts stand, as far as quoting is concerned.
package struct ContentLicence: Sendable, Hashable {
  /// The SPDX id: `CC-BY-SA-4.0`.
  package let id: String
  /// As readers know it: `CC BY-SA 4.0`.
  package let name: String
  package let url: String

  /// The licences that allow verbatim quotation as long as the author is credited, or that ask for
  /// nothing at all. A licence that is not here allows no quotation: absent is no.
  package static let allowingQuotation: [ContentLicence] =
    creativeCommons(["BY", "BY-SA"], versions: ["2.0", "2.5", "3.0", "4.0"]) + [
      ContentLicence(
        id: "CC0-1.0", name: "CC0 1.0",
        url: "https://creativecommons.org/publicdomain/zero/1.0/")
    ]

  /// The quotable licence with an SPDX id, or nil.
  package static func allowingQuotation(id: String) -> ContentLicence? {
    allowingQuotation.first { $0.id == id }
  }

  private static func creativeCommons(_ kinds: [String], versions: [String]) -> [ContentLicence] {
    kinds.flatMap { kind in
      versions.map { version in
        ContentLicence(
          id: "CC-\(kind)-\(version)", name: "CC \(kind) \(version)",
          url: "https://creativecommons.org/licenses/\(kind.lowercased())/\(version)/")
      }
    }
  }
}
