internal import Basics
internal import LinkDirectory

/// What authors wrote that goes with a community.
struct WithdrawnContent: Sendable {
  /// Pages that become the neutral one: insights without any community left.
  private(set) var neutralPages: [SitePath] = []
  /// Source files whose page is gone, with the page that links to them lead to instead.
  private(set) var replacements: [String: SitePath] = [:]

  /// Takes out of the content what may not be published any more.
  init(_ consent: SiteConsent, content: inout SiteContent) {
    if consent.withheld.isEmpty, consent.mask.search.isEmpty { return }
    for file in content.communities where consent.withheld.contains(file.slug) {
      replacements[file.path.text] = consent.neutralPage[file.slug] ?? SiteRoutes.communities
    }
    takeInsights(consent, &content)
    for kind in SiteContent.kinds { takeTelling(kind, consent.mask, &content) }
    content.sectionPages.removeAll { page in
      guard consent.mask.hides(page.name) || consent.mask.hides(page.addressName) else {
        return false
      }
      replacements[page.path.text] = SiteRoutes.home
      return true
    }
  }

  /// Insights all of whose communities are withheld.
  private mutating func takeInsights(_ consent: SiteConsent, _ content: inout SiteContent) {
    content.insights.removeAll { insight in
      let about = insight.fields.communities.map(\.value)
      guard !about.isEmpty, about.allSatisfy({ consent.withheld.contains($0) }) else {
        return false
      }
      // Where it was, so that nobody who has its address comes to nothing.
      let page = SiteRoutes.insight(insight.addressName)
      let tells = consent.mask.hides(insight.slug) || consent.mask.hides(insight.addressName)
      if !tells { neutralPages.append(page) }
      replacements[insight.path.text] = tells ? SiteRoutes.insights : page
      return true
    }
  }

  /// Pages whose address itself holds a name.
  private mutating func takeTelling<Kind: ContentKind>(
    _ kind: Kind.Type, _ mask: NameMask, _ content: inout SiteContent
  ) {
    // Communities are addressed by their permit, never by their file.
    guard Kind.self != CommunityFile.self else { return }
    content[keyPath: Kind.shelf].removeAll { file in
      guard mask.hides(file.slug) || mask.hides(file.addressName) else { return false }
      replacements[file.path.text] = replacements[file.path.text] ?? SiteRoutes.home
      return true
    }
  }

  /// Files to be copied whose name, or whose unreadable content, holds a name; each is told of, since
  /// nobody sees what is not there.
  mutating func take(
    from files: [OutputFile], _ mask: NameMask, diagnostics: inout [Diagnostic]
  ) -> [OutputFile] {
    files.filter { file in
      let isCalledSo = mask.hides(file.path.text)
      guard isCalledSo || mask.masked(file) == nil else { return true }
      let source = "\(SiteFolders.content)/static/\(file.path.text)"
      replacements[source] = SiteRoutes.home
      diagnostics.append(WithdrawnContent.leftOut(source, isCalledSo: isCalledSo))
      return false
    }
  }

  private static func leftOut(_ source: String, isCalledSo: Bool) -> Diagnostic {
    Diagnostic(
      LinkDirectoryCodes.withdrawn,
      "the file's \(isCalledSo ? "path" : "content") names a community without a live consent: "
        + "it is left out",
      at: SourceLocation(file: source, line: 1), severity: .warning,
      fix: isCalledSo ? "give it another name" : "take the name out of it")
  }
}
