/// The state of a `namespace()`: a map that grows in place, since all who hold it see one value.
struct NamespaceState {
  var items: UnsafeMutablePointer<Value>
  var count: Int
  var capacity: Int
}

extension Value {
  private var namespaceState: UnsafeMutablePointer<NamespaceState> {
    UnsafeMutableRawPointer(mutating: address).assumingMemoryBound(to: NamespaceState.self)
  }

  /// The fields of a namespace as a map.
  var namespaceMap: Value {
    let state = namespaceState.pointee
    return Value(.map, address: state.items, length: state.count)
  }

  func setNamespaceField(_ name: Value, to value: Value, in arena: inout Arena) {
    let state = namespaceState
    for index in 0..<state.pointee.count {
      let key = state.pointee.items[index * 2]
      guard key.isTextual, key.bytes.elementsEqual(name.bytes) else { continue }
      state.pointee.items[index * 2 + 1] = value
      return
    }
    addNamespaceField(name, value, in: &arena)
  }

  /// A field of a name that there is not yet.
  fileprivate func addNamespaceField(_ name: Value, _ value: Value, in arena: inout Arena) {
    let state = namespaceState
    if state.pointee.count == state.pointee.capacity {
      let bigger = arena.values(state.pointee.capacity * 4)
      bigger.update(from: state.pointee.items, count: state.pointee.count * 2)
      state.pointee.items = bigger
      state.pointee.capacity *= 2
    }
    state.pointee.items[state.pointee.count * 2] = name
    state.pointee.items[state.pointee.count * 2 + 1] = value
    state.pointee.count += 1
  }
}

extension Arena {
  mutating func namespace(from map: Value?) -> Value {
    let state = take(MemoryLayout<NamespaceState>.stride).bindMemory(
      to: NamespaceState.self, capacity: 1)
    let capacity = max(4, map?.count ?? 0)
    state.initialize(to: NamespaceState(items: values(capacity * 2), count: 0, capacity: capacity))
    let value = Value(.namespace, address: state, length: 0)
    if let map {
      for index in 0..<map.count {
        value.addNamespaceField(map.items[index * 2], map.items[index * 2 + 1], in: &self)
      }
    }
    return value
  }
}

/// What a `cycler` and a `joiner` remember: their values and where they stand.
struct TurnState {
  var items: Value
  var position: Int
}

extension Value {
  var turnState: UnsafeMutablePointer<TurnState> {
    UnsafeMutableRawPointer(mutating: address).assumingMemoryBound(to: TurnState.self)
  }

  /// What a cycler gives next.
  var currentTurn: Value { turnState.pointee.items.items[turnState.pointee.position] }
}

extension Arena {
  mutating func turn(_ tag: Tag, over items: Value) -> Value {
    let state = take(MemoryLayout<TurnState>.stride).bindMemory(to: TurnState.self, capacity: 1)
    state.initialize(to: TurnState(items: items, position: 0))
    return Value(tag, address: state, length: 0)
  }
}
