internal import Basics
internal import LinkDirectory
internal import Templating

/// What a build says about consent, on the terminal only.
enum ConsentFindings {
  /// How long before its end a consent is warned about.
  static let warningDays = 30

  static func all(_ input: SiteInput, _ consent: SiteConsent) -> [Diagnostic] {
    endings(consent.live) + leftOut(consent.live) + mentions(input, consent)
  }

  /// Consents that end within 30 days, one finding a subject.
  private static func endings(_ live: LiveConsent) -> [Diagnostic] {
    live.endingSoon(within: warningDays).map { ending in
      Diagnostic(
        LinkDirectoryCodes.endsSoon,
        "`\(ending.subject)` ends on \(ending.ends.day): "
          + ending.scopes.map(\.rawValue).joined(separator: ", "),
        severity: .warning, fix: "ask again: `meadow consent notice --subject \(ending.subject)`")
    }
  }

  /// Why something that was given is not published, one finding a subject and reason.
  private static func leftOut(_ live: LiveConsent) -> [Diagnostic] {
    var order: [String] = []
    var scopes: [String: [String]] = [:]
    for end in live.ended {
      let text = "`\(end.key.subject)`: \(end.reason)"
      if scopes[text] == nil { order.append(text) }
      scopes[text, default: []].append(end.key.scope.rawValue)
    }
    return order.map { text in
      Diagnostic(
        LinkDirectoryCodes.leftOut,
        "not published, \(text) (\((scopes[text] ?? []).joined(separator: ", ")))",
        severity: .note)
    }
  }

  /// Texts that name somebody who may not be named, one finding a file.
  private static func mentions(_ input: SiteInput, _ consent: SiteConsent) -> [Diagnostic] {
    if consent.mask.search.isEmpty { return [] }
    let own = Set(
      input.communities.filter { consent.withheld.contains($0.slug) }.map(\.file.path.text))
    let templates = input.templates.map(\.text).filter { !$0.file.hasPrefix("default theme/") }
    let sources =
      input.content.entries.map(\.source) + [input.settingsSource, input.content.codex.source]
      + templates
    return sources.filter { !own.contains($0.file) }.compactMap { source in
      mention(in: source, consent.mask)
    }
  }

  private static func mention(in source: SourceText, _ mask: NameMask) -> Diagnostic? {
    let matches = mask.search.matches(in: source.bytes[...])
    guard let first = matches.first else { return nil }
    let more = matches.count - 1
    return Diagnostic(
      LinkDirectoryCodes.withdrawn,
      "the text names a community without a live consent: it is printed as “[withdrawn]”",
      at: source.excerpt(of: first.range), severity: .warning,
      fix: "write it without the name",
      notes: more > 0 ? ["and \(more) more in this file"] : [])
  }
}
