/// The states in which a text can be while all patterns are looked for at once (Aho and Corasick 1975),
/// over classes of bytes so that its table stays small.
///
/// A blank after a blank changes nothing: any run of gaps is one.
struct PhraseAutomaton: Sendable {
  /// Where state `s` goes with class `c`: cell `s << rowBits | c`. The highest bit of a cell is set where
  /// some pattern has been read to its end. Small cells are read faster, as more of them fit into a
  /// core's cache.
  enum Transitions: Sendable {
    case small([UInt16])
    case large([UInt32])
  }

  static let blankClass = 1

  /// The class of each folded byte; 0 for all bytes that are in no pattern. Those that patterns have
  /// most often come first, so that the cells in use lie together.
  private(set) var classes = [UInt8](repeating: 0, count: 256)
  private(set) var rowBits = 1
  private(set) var transitions = Transitions.small([])
  /// The patterns that end in each state.
  private(set) var endings: [[Int32]] = []
  /// Where a text begins: after a blank.
  private(set) var start = 0

  init(_ patterns: [[UInt8]]) {
    let classCount = classify(patterns)
    while 1 << rowBits < classCount { rowBits += 1 }
    var trie = Trie()
    for (number, pattern) in patterns.enumerated() where !pattern.isEmpty {
      trie.add(pattern.map { classes[Int($0)] }, as: Int32(number))
    }
    trie.sortByDepth()
    let next = complete(&trie, classCount)
    endings = trie.nodes.map(\.endings)
    start = Int(next[PhraseAutomaton.blankClass])
    transitions =
      endings.count <= Int(Int16.max) ? .small(cells(next)) : .large(cells(next))
  }

  private mutating func classify(_ patterns: [[UInt8]]) -> Int {
    var counts = [Int](repeating: 0, count: 256)
    for byte in patterns.joined() { counts[Int(byte)] += 1 }
    counts[Int(PhrasePattern.blank)] = 0
    classes[Int(PhrasePattern.blank)] = UInt8(PhraseAutomaton.blankClass)
    let used = counts.indices.filter { counts[$0] > 0 }.sorted {
      (counts[$1], $0) < (counts[$0], $1)
    }
    for (place, byte) in used.enumerated() { classes[byte] = UInt8(place + 2) }
    return used.count + 2
  }

  /// Where each state goes with every class, worked out from the shortest states to the longest.
  private func complete(_ trie: inout Trie, _ classCount: Int) -> [Int32] {
    var next = [Int32](repeating: 0, count: trie.nodes.count << rowBits)
    var fallback = [Int](repeating: 0, count: trie.nodes.count)
    for node in trie.nodes.indices {
      if node != 0 { trie.nodes[node].endings += trie.nodes[fallback[node]].endings }
      for symbol in 0..<classCount {
        let inherited = node == 0 ? 0 : Int(next[fallback[node] << rowBits | symbol])
        let cell = node << rowBits | symbol
        if let child = trie.nodes[node].children[UInt8(symbol)] {
          next[cell] = Int32(child)
          fallback[child] = inherited
        } else if symbol == PhraseAutomaton.blankClass, trie.nodes[node].endsInBlank {
          next[cell] = Int32(node)
        } else {
          next[cell] = Int32(inherited)
        }
      }
    }
    return next
  }

  private func cells<Cell: FixedWidthInteger>(_ next: [Int32]) -> [Cell] {
    next.indices.map { cell in
      let target = Int(next[cell])
      let isHit = !endings[target].isEmpty && target != cell >> rowBits
      return Cell(target) | (isHit ? 1 << (Cell.bitWidth - 1) : 0)
    }
  }
}

/// The patterns as a tree of their beginnings.
private struct Trie {
  struct Node {
    var children: [UInt8: Int] = [:]
    var endings: [Int32] = []
    var endsInBlank = false
  }

  var nodes = [Node()]

  mutating func add(_ pattern: [UInt8], as number: Int32) {
    var node = 0
    for symbol in pattern {
      if let child = nodes[node].children[symbol] {
        node = child
        continue
      }
      nodes[node].children[symbol] = nodes.count
      node = nodes.count
      nodes.append(Node(endsInBlank: symbol == PhraseAutomaton.blankClass))
    }
    nodes[node].endings.append(number)
  }

  /// Every node after all that are nearer to the root: texts are mostly in short states, whose rows then
  /// lie together.
  mutating func sortByDepth() {
    var order = [0]
    var next = 0
    while next < order.count {
      order += nodes[order[next]].children.sorted { $0.key < $1.key }.map(\.value)
      next += 1
    }
    var places = [Int](repeating: 0, count: order.count)
    for (place, node) in order.enumerated() { places[node] = place }
    nodes = order.map { node in
      var moved = nodes[node]
      moved.children = moved.children.mapValues { places[$0] }
      return moved
    }
  }
}
