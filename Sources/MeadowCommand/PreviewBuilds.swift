internal import Basics
internal import LinkDirectory
internal import Preview
internal import SiteBuild

/// Builds for the preview: in memory, again and again, and never giving up.
struct PreviewBuilds {
  let shared: SharedOptions
  let asOf: Timestamp?
  let audience: Audience
  /// The path the site has on its web host: `/reports/`; `/` where the settings name none.
  private(set) var basePath = "/"

  init(shared: SharedOptions, asOf: Timestamp?, audience: Audience) {
    self.shared = shared
    self.asOf = asOf
    self.audience = audience
  }

  /// Reads and builds the site as it is now, and says on the terminal how it went.
  mutating func next(after edition: PreviewEdition) -> PreviewEdition {
    let watch = Stopwatch()
    let cache = SiteCache(of: shared.disk)
    let reading = readSite(shared.disk, cache: cache.folder)
    basePath = reading.input?.settings.baseURL?.path ?? "/"
    let result = reading.input.map {
      buildSite($0, BuildSettings(asOf: asOf ?? WallClock.now, audience: audience))
    }
    let found = reading.findings(with: result?.diagnostics ?? [])
    DiagnosticPrinter(console: shared.console, format: shared.diagnostics).print(found)
    let next = edition.followed(by: result?.files ?? [], found)
    shared.say(summary(of: next, after: edition, in: watch.text))
    return next
  }

  private func summary(
    of next: PreviewEdition, after edition: PreviewEdition, in time: String
  ) -> String {
    if next.diagnostics.hasErrors {
      let errors = next.diagnostics.count { $0.severity == .error }
      let kept = next.files.isEmpty ? "nothing to show yet" : "the last good edition stays up"
      return "\(countText(errors, "error")), \(kept), \(time)"
    }
    let changed = next.files.count { edition.files[$0.key] != $0.value }
    return "\(changed) of \(next.files.count) files changed, \(time)"
  }
}
