internal import Basics

/// Where the site lies on the preview server, and who may ask for it.
package struct PreviewAddresses: Sendable {
  package let port: UInt16
  /// The path the site has on its web host, in parts and without percent signs: `["reports"]`.
  let base: [String]

  /// `basePath` is the path of the site's base URL: `/reports/`, `/m%C3%A4rz/`.
  package init(port: UInt16, basePath: String) {
    self.port = port
    base = basePath.split(separator: "/").map {
      PercentCoding.decoded(strictly: String($0)) ?? String($0)
    }
  }

  /// The path the site begins at, as an address has it: `/` or `/reports/`.
  package var root: String { "/" + base.map { PercentCoding.encoded($0) + "/" }.joined() }

  package var home: String { "http://127.0.0.1:\(port)\(root)" }

  /// Names this machine has for itself. Any other name in `Host` is another site's, pointed here.
  private var hosts: [String] { ["127.0.0.1:\(port)", "localhost:\(port)", "[::1]:\(port)"] }

  func isOurs(host: String?) -> Bool {
    host.map { hosts.contains($0.lowercased()) } ?? false
  }

  /// A page of another site may not read or steer the preview.
  func isOurs(origin: String?) -> Bool {
    origin.map { text in hosts.contains { text.lowercased() == "http://\($0)" } } ?? true
  }
}
