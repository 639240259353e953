/// A long list that grows block by block: nothing is copied to make room, and none is kept for as much
/// again.
struct Blocks<Element> {
  private static var shift: Int { 14 }

  private var blocks: [[Element]] = []
  private(set) var count = 0

  subscript(index: Int) -> Element {
    get { blocks[index >> Blocks.shift][index & (1 << Blocks.shift - 1)] }
    _modify { yield &blocks[index >> Blocks.shift][index & (1 << Blocks.shift - 1)] }
  }

  mutating func append(_ element: Element) {
    if count & (1 << Blocks.shift - 1) == 0 {
      var block: [Element] = []
      // The first block grows as it is needed: most lists are short.
      if count > 0 { block.reserveCapacity(1 << Blocks.shift) }
      blocks.append(block)
    }
    blocks[count >> Blocks.shift].append(element)
    count += 1
  }
}

extension Blocks: Sendable where Element: Sendable {}
