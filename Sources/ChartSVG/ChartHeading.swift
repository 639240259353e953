package import Basics

/// What every chart says about itself, and the language it says it in.
package struct ChartHeading: Sendable, Hashable {
  /// The anchor of the figure, from which the ids inside the drawing are made: `fig-1`.
  package var id: String
  /// What is measured, with unit, place and period: `Conversations per week, all communities`.
  package var measure: String
  /// What the figure shows, as a sentence; printed on the stand-alone drawing.
  package var title: String
  /// Source and licence, the last line of the stand-alone drawing.
  package var credit: String
  package var wording: Wording
  /// Of the stand-alone drawing; drawings on a page take those of its style sheet.
  package var colours: ThemeColours

  package init(
    id: String, measure: String, title: String, credit: String, wording: Wording,
    colours: ThemeColours = .standard
  ) {
    self.id = id
    self.measure = measure
    self.title = title
    self.credit = credit
    self.wording = wording
    self.colours = colours
  }
}
