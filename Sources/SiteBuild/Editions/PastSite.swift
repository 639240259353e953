internal import Basics

/// The site as it can have been on an earlier day.
extension SiteInput {
  /// Leaves out what was written only after newer data had come: insights dated on or after the day
  /// of the first snapshot behind `day`. Without such a snapshot nothing is left out, since the
  /// newest data are written about after their last day.
  mutating func keepWhatWasWritten(before nextSnapshot: CalendarDay?) {
    guard let nextSnapshot else { return }
    content.insights.removeAll { $0.fields.date >= nextSnapshot }
    if let headline = settings.headline,
      !content.insights.contains(where: { $0.slug == headline.value })
    {
      settings.headline = nil
    }
  }
}

/// The day of the first snapshot of some communities that is younger than a day.
func firstSnapshot(
  after day: CalendarDay, of communities: [String], in fileSystem: any FileSystem
) throws(FileError) -> CalendarDay? {
  var days: [CalendarDay] = []
  for slug in communities {
    guard let folder = try? SitePath("\(SiteFolders.snapshots)/\(slug)") else { continue }
    days += try fileSystem.entries(in: folder).compactMap { CalendarDay($0.path.name) }
  }
  return days.filter { $0 > day }.min()
}
