extension BuiltPage {
  /// What a browser does with the address of a `link`, by the words of its `rel`.
  func role(ofLink token: PageToken) -> PageAddress.Role {
    if has(.rel, of: token, word: "stylesheet") { return .load(.style) }
    if firstWord(.rel, of: token, among: hintRelations) != nil { return .load(.hint) }
    if firstWord(.rel, of: token, among: iconRelations) != nil { return .load(.image) }
    return has(.rel, of: token, word: "manifest") ? .load(.manifest) : .relation
  }
}

private let iconRelations: [StaticString] = [
  "icon", "apple-touch-icon", "apple-touch-icon-precomposed", "apple-touch-startup-image",
  "mask-icon", "fluid-icon",
]

private let hintRelations: [StaticString] = [
  "preload", "modulepreload", "prefetch", "prerender", "preconnect", "dns-prefetch",
  "compression-dictionary", "import",
]
