/// The tables of a document with their parsed cells.
struct RenderableTables {
  let text: MappedText
  private let plans: [TablePlan]
  private let cells: [CMarkNode]
  private let leads: [CMarkNode]
  private let paragraphs: Set<OpaquePointer>
  private var next = 0

  /// `blocks` is the document of the cells; nil where it would be empty.
  init(_ text: CellText, blocks: CMarkNode?) {
    var nodes: [CMarkNode] = []
    nodes.reserveCapacity(text.cellCount + text.plans.count)
    var block = blocks?.firstChild
    while let node = block, nodes.count < text.cellCount + text.plans.count {
      nodes.append(node)
      block = node.next
    }
    self.text = text.text
    plans = text.plans
    paragraphs = Set(text.plans.map(\.paragraph.pointer))
    cells = Array(nodes.prefix(text.cellCount))
    leads = Array(nodes.dropFirst(text.cellCount))
  }

  /// The plan for a paragraph, if it is the next table; tables are met in document order.
  mutating func take(_ paragraph: CMarkNode) -> (plan: TablePlan, lead: CMarkNode?)? {
    guard next < plans.count, plans[next].paragraph == paragraph else { return nil }
    defer { next += 1 }
    return (plans[next], leads.isEmpty ? nil : leads[next])
  }

  func isTable(_ paragraph: CMarkNode) -> Bool { paragraphs.contains(paragraph.pointer) }

  func cell(_ number: Int) -> CMarkNode { cells[number] }
}
