package import Basics
internal import ChartSVG
internal import CommunityData
internal import Importers
internal import LinkDirectory
internal import MarkdownHTML
internal import Measures
internal import OpenWeb
internal import SiteBuild
internal import Templating

/// Every code there is, for `explain` and for the reference page.
package enum DiagnosticTable {
  /// Sorted by id.
  package static let all: [DiagnosticCode] = rooms.flatMap(\.self).sorted { $0.id < $1.id }

  private static let rooms: [[DiagnosticCode]] = [
    ChartSVGCodes.all, CommunityDataCodes.all, EditionCodes.all, ImportersCodes.all,
    LanguageCodes.all, LinkDirectoryCodes.all,
    MarkdownHTMLCodes.all, MeadowCommandCodes.all, MeasuresCodes.all, OpenWebCodes.all,
    SiteBuildCodes.all, TemplatingCodes.all, WritingCodes.all,
  ]
}
