package import Basics
package import CommunityData

/// Reads a site's folder: settings, content, snapshots, theme and overrides.
///
/// Goes on after an error, so that an author sees all of them at once. With a last day, the site is
/// read as it can have been known then: without later snapshots, what was written about them, and
/// the editions of that day and later ones. With a cache, what an earlier run worked out is not
/// worked out again.
package func readSite(
  _ fileSystem: any FileSystem, upTo lastDay: CalendarDay? = nil, cache: CacheFolder? = nil
) -> SiteReading {
  var reader = SiteReader(fileSystem: fileSystem, lastDay: lastDay, cache: cache)
  return SiteReading(input: reader.read(), diagnostics: reader.diagnostics.sortedByPlace())
}
