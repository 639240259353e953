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
  /// The codes of one letter, with what they are about.
  package struct Group: Sendable {
    package var letter: Character
    package var title: String
    /// Sorted by id.
    package var codes: [DiagnosticCode]
  }

  /// Sorted by id.
  package static let all: [DiagnosticCode] = rooms.flatMap(\.self).sorted { $0.id < $1.id }

  /// The code with an id, in whichever case it is written.
  package static func code(_ id: String) -> DiagnosticCode? {
    all.first { $0.id.lowercased() == id.lowercased() }
  }

  /// In the order of their letters.
  package static let groups: [Group] = titles.map { letter, title in
    Group(letter: letter, title: title, codes: all.filter { $0.id.first == letter })
  }

  private static let titles: [(Character, String)] = [
    ("C", "Charts"), ("D", "Snapshots"), ("E", "Editions"), ("F", "Front matter and settings"),
    ("I", "Imports"), ("L", "Consent"), ("M", "Markdown"), ("O", "The open web"),
    ("P", "Measures and privacy"), ("R", "What a command is given"), ("S", "Site and content"),
    ("T", "Templates"), ("U", "Languages"), ("V", "Preview"), ("W", "Writing"),
  ]

  private static let rooms: [[DiagnosticCode]] = [
    ChartSVGCodes.all, CommunityDataCodes.all, EditionCodes.all, ImportersCodes.all,
    LanguageCodes.all, LinkDirectoryCodes.all,
    MarkdownHTMLCodes.all, MeadowCommandCodes.all, MeasuresCodes.all, OpenWebCodes.all,
    SiteBuildCodes.all, TemplatingCodes.all, WritingCodes.all,
  ]
}
