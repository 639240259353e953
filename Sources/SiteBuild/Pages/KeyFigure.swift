internal import Templating

/// A number with its change, its recent course and its definition.
struct KeyFigure: PageRecord {
  var label: String
  var value: String
  var unit: String?
  var delta: Delta?
  var spark: SafeHTML?
  var note: String
  var definition: String
  var method: SafeURL

  static let recordName = "key figure"
  static let fields: [PageField<KeyFigure>] = [
    .text("label", "What is counted, and for when, where the heading does not say so.") {
      $0.label
    },
    .text("value", "The number as readers see it.") { $0.value },
    .optionalText("unit", "What is set small behind the number: a unit, or why there is none.") {
      $0.unit
    },
    .optionalRecord("delta", "The change since the period before.") { $0.delta },
    .optionalHTML("spark", "The recent course as a small drawing.") { $0.spark },
    .text("note", "The usual range, or what else puts the number in its place.") { $0.note },
    .text("definition", "The metric's definition in one sentence.") { $0.definition },
    .url("method", "The metric on the method page.") { $0.method },
  ]
}

/// How a number moved, in words that suffice without the triangle.
struct Delta: PageRecord {
  enum Direction: Sendable { case up, down, none }
  enum Verdict: Sendable { case better, worse, open }

  var words: String
  var direction: Direction
  /// Better or worse only where the metric declares a good direction and the change is beyond chance.
  var verdict: Verdict

  static let recordName = "delta"
  static let fields: [PageField<Delta>] = [
    .text("words", "The change in words.") { $0.words },
    .boolean("is_up", "Whether the number rose.") { $0.direction == .up },
    .boolean("is_down", "Whether the number fell.") { $0.direction == .down },
    .boolean("is_better", "Whether the change is good and beyond chance.") {
      $0.verdict == .better
    },
    .boolean("is_worse", "Whether the change is bad and beyond chance.") { $0.verdict == .worse },
  ]
}
