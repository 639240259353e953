package import Basics

/// How a Markdown body is to be rendered.
package struct MarkdownOptions: Sendable {
  /// Info strings whose fenced blocks are components with a YAML body: `["chart", "table"]`.
  package var componentNames: Set<String>
  /// The same for blocks whose body is handed on as it is, where a name follows: `["sql"]`.
  package var verbatimNames: Set<String> = []
  /// Curls quotes and turns `--` into a dash.
  package var smartPunctuation: Bool
  /// What curled quotes become.
  package var quotationMarks = QuotationMarks.english
  /// Ids the page around the body already uses; no heading gets one of them.
  package var reservedIDs: Set<String>
  /// What a screen reader calls the section of footnotes, in the page's language.
  package var footnotesLabel = "Footnotes"
  /// What it calls the way back to a reference; the reference's number follows.
  package var footnoteBackLabel = "Back to reference"
  package var limits = MarkdownLimits()

  package init(
    componentNames: Set<String> = [], smartPunctuation: Bool = false,
    reservedIDs: Set<String> = []
  ) {
    self.componentNames = componentNames
    self.smartPunctuation = smartPunctuation
    self.reservedIDs = reservedIDs
  }
}

/// What one Markdown file may cost at most; beyond it there is an error in place of the content.
package struct MarkdownLimits: Sendable {
  /// Bytes of a file.
  package var fileSize = 2 << 20
  /// Blocks and inlines inside one another.
  package var depth = 96
  package var tableColumns = 64
  package var tableCells = 20_000
  /// Cells of all tables of a file.
  package var pageCells = 100_000
  /// Output bytes for each input byte, beyond the constant.
  package var growth = 20
  /// Output bytes that are granted to any file.
  package var outputConstant = 1 << 20

  package init() {}
}
