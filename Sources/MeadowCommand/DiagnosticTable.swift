internal import ChartSVG
internal import CommunityData
internal import Importers
internal import MarkdownHTML
internal import Measures
internal import OpenWeb
internal import SiteBuild
internal import Templating

/// Every code there is, for `explain` and for the reference page.
package enum DiagnosticTable {
  package static let all: [DiagnosticCode] =
    (ImportersCodes.all + MarkdownHTMLCodes.all + MeasuresCodes.all + OpenWebCodes.all
    + CommunityDataCodes.all
    + SiteBuildCodes.all + TemplatingCodes.all + WritingCodes.all)
    .sorted { $0.id < $1.id }
}
