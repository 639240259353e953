/// The footnotes in the order in which the text refers to them.
struct FootnoteOrder {
  struct Definition {
    var label: String
    var range: Range<Int>
    /// The quotation that holds its blocks.
    var block: CMarkNode?
    /// Counted from 1; 0 as long as nothing refers to it.
    var number = 0
    var references = 0
  }

  var definitions: [Definition]
  /// Indices of definitions; grows while footnotes refer to footnotes.
  private(set) var order: [Int] = []
  /// The paragraph that ends with the way back, while a footnote is rendered.
  var lastParagraph: CMarkNode?
  var current = 0

  init(definitions: [FootnoteDefinition]) {
    self.definitions = definitions.map { Definition(label: $0.label, range: $0.range) }
  }

  /// Counts a reference: → the footnote's number and the reference's.
  mutating func refer(to index: Int) -> (number: Int, reference: Int) {
    if definitions[index].number == 0 {
      order.append(index)
      definitions[index].number = order.count
    }
    definitions[index].references += 1
    return (definitions[index].number, definitions[index].references)
  }
}
