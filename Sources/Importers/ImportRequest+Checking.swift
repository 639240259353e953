internal import Basics
internal import CommunityData

extension ImportRequest {
  /// The request with its origin in the one form that pseudonyms are made from.
  func checked() throws(ImportError) -> ImportRequest {
    var checked = self
    while checked.origin.hasSuffix("/") { checked.origin.removeLast() }
    try ImportRequest.checkSlug(community)
    guard isWebAddress(checked.origin) else {
      throw ImportError(
        ImportersCodes.badRequest, "`\(origin)` is not the address of a place",
        fix: "write it as `https://forum.example.org`")
    }
    if let until, until > collected.day {
      throw ImportError(
        ImportersCodes.wrongDay,
        "\(until) lies after the export, which was made on \(collected.day)")
    }
    if scope == .withConsent, key == .demo {
      throw ImportError(
        ImportersCodes.demoKey, "data given with consent cannot be imported with the demo's key",
        fix: "use the site's own key in `.meadow/key`")
    }
    return checked
  }

  /// Refuses a name that no community can have, before anything is said about it.
  package static func checkSlug(_ community: String) throws(ImportError) {
    guard SitePath.isSlug(community) else {
      throw ImportError(
        ImportersCodes.badRequest, "`\(community)` is not a community's slug",
        fix: "use 1 to 80 of the letters a–z, digits and `-`")
    }
  }
}

extension SitePath {
  fileprivate static func isSlug(_ text: String) -> Bool {
    (1...80).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: "-")
      }
  }
}

private func isWebAddress(_ text: String) -> Bool {
  let bytes = Array(text.utf8)
  let start = bytes.has("https://", at: 0) ? 8 : bytes.has("http://", at: 0) ? 7 : bytes.count
  return start < bytes.count
    && bytes.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"\"'<>\\^`{|}".utf8.contains($0) }
}
