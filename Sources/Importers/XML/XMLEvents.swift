internal import CXML2

/// What libxml2 reported while it read one piece of input, in order.
///
/// A class, since libxml2 keeps a pointer to it and calls back into it.
final class XMLEvents {
  enum Event {
    /// `end` is the offset behind the element; `start` anywhere inside its start tag.
    case row(XMLRow, start: Int, end: Int, fault: String?)
    /// Something that is neither a row nor white space, ending at `end`.
    case stray(end: Int)
  }

  let file: String
  private(set) var events: [Event] = []
  private(set) var root: String?
  private(set) var declaresEntities = false
  private var depth = 0
  private var openRow: (row: XMLRow, start: Int)?
  private var fault: String?
  /// Set by the parser once it exists; libxml2's own count of bytes read.
  var offset: () -> Int = { 0 }

  init(file: String) {
    self.file = file
  }

  func takeEvents() -> [Event] {
    defer { events.removeAll(keepingCapacity: true) }
    return events
  }

  /// Forgets what was open, for a new parser in the middle of the table.
  func restart() {
    depth = 0
    openRow = nil
    fault = nil
  }

  func start(_ name: UnsafePointer<xmlChar>, _ attributes: Attributes) {
    depth += 1
    switch depth {
    case 1: if root == nil { root = String(cString: name) }
    case 2:
      var row = XMLRow(file: file)
      attributes.forEach { row.append(name: $0, value: $1) }
      openRow = (row, offset())
      if xmlStrEqual(name, "row") == 0 { fault = "it is not a `row`" }
    default: fault = "it holds another element"
    }
  }

  func end() {
    if depth == 2, let (row, start) = openRow {
      events.append(.row(row, start: start, end: offset(), fault: fault))
      openRow = nil
      fault = nil
    }
    depth -= 1
  }

  func characters(_ text: UnsafeBufferPointer<xmlChar>) {
    let isWhite = text.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    if isWhite { return }
    if depth >= 2 {
      fault = "it holds text"
    } else {
      events.append(.stray(end: offset()))
    }
  }

  /// An entity that nobody declared: libxml2 leaves it out of the value with a mere warning when
  /// the file names an external DTD.
  func undeclaredEntity() { fault = "it names an entity that is not declared" }

  func entityDeclaration() { declaresEntities = true }

  /// The five pointers an attribute takes in libxml2's list: name, prefix, namespace, and start and
  /// end of its value.
  struct Attributes {
    let count: Int
    let list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

    func forEach(
      _ body: (UnsafeBufferPointer<xmlChar>, UnsafeBufferPointer<xmlChar>) -> Void
    ) {
      guard let list else { return }
      for index in 0..<count {
        guard let name = list[index * 5], let start = list[index * 5 + 3],
          let end = list[index * 5 + 4]
        else { continue }
        body(
          UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name))),
          UnsafeBufferPointer(start: start, count: end - start))
      }
    }
  }
}
