internal import Basics

/// The text that is sent to whoever is asked, in one version and language.
package struct ConsentNotice: Sendable, Hashable {
  package let version: Int
  package let language: String
  package let bytes: [UInt8]

  package init(version: Int, language: String, bytes: [UInt8]) {
    self.version = version
    self.language = language
    self.bytes = bytes
  }

  package var reference: NoticeReference {
    NoticeReference(
      version: version.description, sha256: sha256Text(bytes), language: language)
  }

  /// `3.en.txt`
  package var fileName: String { "\(version).\(language).txt" }

  /// Reads version and language from a file's name; nil when it is named otherwise.
  init?(file: SitePath, bytes: [UInt8]) {
    let parts = file.name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2] == "txt", let version = Int(parts[0]), version >= 1,
      version.description == parts[0], isLanguageTag(String(parts[1]))
    else { return nil }
    self.init(version: version, language: String(parts[1]), bytes: bytes)
  }
}
