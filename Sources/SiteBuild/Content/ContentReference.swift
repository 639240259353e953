internal import Basics
internal import MarkdownHTML

/// The name of other content in front matter or settings, to be held against what there is.
struct ContentReference: Sendable, Hashable {
  enum Target: Sendable, Hashable {
    case file(in: ContentFolder)
    /// Any page an author wrote: `insights/first-reply`.
    case page
  }

  var target: Target
  var name: String
  var place: YAMLPlace
}

/// What references may name.
struct ContentNames: Sendable {
  private var files: [ContentFolder: Set<String>] = [:]
  private var pages: Set<String> = []

  init(_ content: SiteContent) {
    for file in content.entries {
      if let folder = file.folder { files[folder, default: []].insert(file.slug) }
      pages.insert(file.name)
    }
  }

  /// The finding about a reference that names nothing; nil where it does.
  func fault(of reference: ContentReference, in source: SourceText) -> Diagnostic? {
    let known: Set<String>
    let noun: String
    switch reference.target {
    case .file(let folder):
      known = files[folder] ?? []
      noun = folder.noun.split(separator: " ", maxSplits: 1).last.map(String.init) ?? ""
    case .page:
      known = pages
      noun = "page"
    }
    if known.contains(reference.name) { return nil }
    return Diagnostic(
      SiteBuildCodes.unknownReference, "the site has no \(noun) `\(reference.name)`",
      at: source.excerpt(at: reference.place),
      fix: suggestion(for: reference.name, among: known))
  }
}
