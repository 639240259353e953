internal import Basics

/// What a search page may have, and no other page: the program's own script, under a policy that names
/// it. Each of the two is allowed only beside the other.
extension Inspection {
  /// Whether the file is a search page as it must be.
  var isSearchPage: Bool {
    path.text == SearchScript.page && page.syntax == .html
      && startTags { $0 == .meta }.contains { isSearchPolicy($0.token) }
      && startTags { $0 == .script }.contains { isSearchScript(at: $0.index) }
  }

  /// Whether the script element at an index is the program's, without an attribute but its type.
  func isSearchScript(at index: Int) -> Bool {
    let token = page.tokens[index]
    return token.attributeCount == 1 && page.value(.type, of: token) == "module"
      && page.source.bytes[page.rawText(after: index)].elementsEqual(SearchScript.bytes)
  }

  func isSearchPolicy(_ meta: PageToken) -> Bool {
    page.has(.httpEquiv, of: meta, equalTo: "content-security-policy")
      && page.value(.content, of: meta) == SearchScript.policy
  }
}
