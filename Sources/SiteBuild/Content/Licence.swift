package import LinkDirectory

/// A licence of texts or data, as pages link to it.
package struct Licence: Sendable, Hashable {
  package let title: String
  package let address: WebAddress
  /// The SPDX id, where it has one.
  package let id: String?

  init(title: String, address: WebAddress) {
    self.title = title
    self.address = address
    id = nil
  }

  /// A licence known by its SPDX id, or nil.
  init?(id: String) {
    guard let known = Licence.known.first(where: { $0.id == id }),
      let address = WebAddress(known.url)
    else { return nil }
    title = known.name
    self.address = address
    self.id = id
  }

  private typealias Known = (id: String, name: String, url: String)

  private static let known: [Known] =
    ContentLicence.allowingQuotation.map { (id: $0.id, name: $0.name, url: $0.url) } + [
      (id: "ODbL-1.0", name: "ODbL 1.0", url: "https://opendatacommons.org/licenses/odbl/1-0/"),
      (id: "ODC-By-1.0", name: "ODC-By 1.0", url: "https://opendatacommons.org/licenses/by/1-0/"),
      (id: "PDDL-1.0", name: "PDDL 1.0", url: "https://opendatacommons.org/licenses/pddl/1-0/"),
    ]
}
