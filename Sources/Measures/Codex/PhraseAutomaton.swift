/// The states in which a text can be while all patterns are looked for at once (Aho and Corasick 1975),
/// over classes of bytes so that its table stays small.
///
/// A blank after a blank changes nothing: any run of gaps is one.
struct PhraseAutomaton: Sendable {
  /// Set in a transition by which some pattern has been read to its end.
  static let hitFlag: UInt32 = 1 << 31
  static let blankClass = 1

  /// The class of each folded byte; 0 for all bytes that are in no pattern.
  private(set) var classes = [UInt8](repeating: 0, count: 256)
  private(set) var classCount = 2
  /// Where state `s` goes with class `c`: `transitions[s + c]`, with states counted in rows.
  private(set) var transitions: [UInt32] = []
  /// The patterns that end in each state, by row.
  private(set) var endings: [[Int32]] = []
  /// Where a text begins: after a blank.
  private(set) var start: UInt32 = 0

  init(_ patterns: [[UInt8]]) {
    classify(patterns)
    var trie = Trie()
    for (number, pattern) in patterns.enumerated() where !pattern.isEmpty {
      trie.add(pattern.map { classes[Int($0)] }, as: Int32(number))
    }
    complete(&trie)
    start = transitions[PhraseAutomaton.blankClass] & ~PhraseAutomaton.hitFlag
  }

  private mutating func classify(_ patterns: [[UInt8]]) {
    classes[Int(PhrasePattern.blank)] = UInt8(PhraseAutomaton.blankClass)
    for byte in patterns.joined() where classes[Int(byte)] == 0 {
      classes[Int(byte)] = UInt8(classCount)
      classCount += 1
    }
  }

  /// Adds to each state where it goes with every class, from the shortest states to the longest.
  private mutating func complete(_ trie: inout Trie) {
    var next = [Int32](repeating: 0, count: trie.nodes.count * classCount)
    var fallback = [Int](repeating: 0, count: trie.nodes.count)
    for node in trie.byDepth {
      if node != 0 { trie.nodes[node].endings += trie.nodes[fallback[node]].endings }
      for symbol in 0..<classCount {
        let inherited = node == 0 ? 0 : Int(next[fallback[node] * classCount + symbol])
        if let child = trie.nodes[node].children[UInt8(symbol)] {
          next[node * classCount + symbol] = Int32(child)
          fallback[child] = inherited
        } else if symbol == PhraseAutomaton.blankClass, trie.nodes[node].endsInBlank {
          next[node * classCount + symbol] = Int32(node)
        } else {
          next[node * classCount + symbol] = Int32(inherited)
        }
      }
    }
    endings = trie.nodes.map(\.endings)
    transitions = next.indices.map { place in
      let target = Int(next[place])
      let isHit = !endings[target].isEmpty && target != place / classCount
      return UInt32(target * classCount) | (isHit ? PhraseAutomaton.hitFlag : 0)
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

  /// Every node after all that are nearer to the root.
  var byDepth: [Int] {
    var order = [0]
    var next = 0
    while next < order.count {
      order += nodes[order[next]].children.sorted { $0.key < $1.key }.map(\.value)
      next += 1
    }
    return order
  }
}
