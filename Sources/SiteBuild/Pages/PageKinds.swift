package import Templating

/// Every page kind with its template and the variables it promises: what templates are checked
/// against and what their reference page lists.
package let pageEntries: [TemplateEntry] = [
  HomePage.entry, InsightsPage.entry, InsightPage.entry, CommunitiesPage.entry,
  CommunityPage.entry, MethodPage.entry, MetricPage.entry, DataPage.entry, PlainPage.entry,
  DirectoryPage.entry, ChangesPage.entry, AToZPage.entry, SearchPage.entry, PlacesPage.entry,
  TopicsPage.entry,
  CreditsPage.entry,
  LedgerPage.entry,
  BriefsPage.entry, BriefPage.entry, BriefFile.entry, BriefMail.entry, WithdrawnPage.entry,
  NotFoundPage.entry, GonePage.entry,
  ListPage.entry,
  SectionPage.entry, TagsPage.entry,
  NoteFragment.entry, KeyFiguresFragment.entry,
  ThreadsFragment.entry,
  FigureFragment.entry, QueryFragment.entry,
  QuoteFragment.entry, ParaphraseFragment.entry,
]
