/// Numbers with a payload, smallest first: a binary heap.
struct MinimumQueue {
  private var heap: [(key: Int, payload: Int)] = []

  mutating func push(_ key: Int, _ payload: Int) {
    heap.append((key, payload))
    var child = heap.count - 1
    while child > 0, heap[child].key < heap[(child - 1) / 2].key {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> (key: Int, payload: Int)? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return first }
    heap[0] = last
    var parent = 0
    while let child = smallestChild(of: parent), heap[child].key < heap[parent].key {
      heap.swapAt(child, parent)
      parent = child
    }
    return first
  }

  private func smallestChild(of parent: Int) -> Int? {
    let left = parent * 2 + 1
    guard left < heap.count else { return nil }
    let right = left + 1
    return right < heap.count && heap[right].key < heap[left].key ? right : left
  }
}
