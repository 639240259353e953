package import Basics
internal import JSONText

/// One item as its line of `items.ndjson`, written field by field in the order of ``ItemField``, with
/// what the books of a snapshot need of it.
///
/// The same line serves one item after the other, so that millions need neither a string for each
/// field nor memory for each line.
package struct ItemLine: Sendable {
  /// The line with its end, once it is ended.
  private(set) var bytes: [UInt8] = []
  private(set) var id: [UInt8] = []
  /// Of the member and of the channel; empty when it has none.
  private(set) var author: [UInt8] = []
  private(set) var channel: [UInt8] = []
  /// When it was published.
  package private(set) var published = Timestamp(secondsSinceEpoch: 0)
  private(set) var edited = Timestamp(secondsSinceEpoch: 0)

  package init() {}

  /// Calls with the id of its channel; nil when it has none.
  package func withChannel<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
    channel.isEmpty ? nil : channel.withUnsafeBufferPointer(body)
  }

  /// Begins the line of another item; `author` is a member's id, nil when the account is gone.
  package mutating func begin(
    id: UnsafeBufferPointer<UInt8>, _ type: Item.Kind, by author: String?, at published: Timestamp
  ) {
    bytes.removeAll(keepingCapacity: true)
    channel.removeAll(keepingCapacity: true)
    self.author.removeAll(keepingCapacity: true)
    self.id.replace(by: id)
    (self.published, edited) = (published, published)
    add(.id, id)
    add(.type, type.rawValue)
    if var author {
      author.withUTF8 { text in
        self.author.replace(by: text)
        add(.attributedTo, text)
      }
    } else {
      add(.attributedTo) { $0.append(contentsOf: "null".utf8) }
    }
    add(.published, published)
  }

  /// Ends the line.
  package mutating func end() {
    bytes.append(UInt8(ascii: "}"))
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Adds a text of valid UTF-8.
  package mutating func add(_ field: ItemField, _ text: UnsafeBufferPointer<UInt8>) {
    if field == .channel { channel.replace(by: text) }
    add(field) { bytes in
      bytes.append(UInt8(ascii: "\""))
      JSONEscaping.append(text, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  /// Adds a text; nothing for nil.
  package mutating func add(_ field: ItemField, _ text: String?) {
    guard var text else { return }
    text.withUTF8 { add(field, $0) }
  }

  /// Adds a moment; nothing for nil.
  package mutating func add(_ field: ItemField, _ moment: Timestamp?) {
    guard let moment else { return }
    if field == .updated { edited = moment }
    add(field) { bytes in
      bytes.append(UInt8(ascii: "\""))
      moment.append(to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  /// Adds a whole number; nothing for nil.
  package mutating func add(_ field: ItemField, _ number: Int?) {
    guard let number else { return }
    add(field) { $0.append(contentsOf: number.description.utf8) }
  }

  /// Adds a list; nothing for one without texts.
  package mutating func add(_ field: ItemField, _ texts: [String]) {
    addList(field, texts) { json, text in json.string(text) }
  }

  private mutating func addList<Element>(
    _ field: ItemField, _ elements: [Element], write: (inout JSONWriter, Element) -> Void
  ) {
    if elements.isEmpty { return }
    var json = JSONWriter()
    json.array { json in elements.forEach { write(&json, $0) } }
    add(field) { $0.append(contentsOf: json.bytes) }
  }

  /// Adds a name, and the value that `write` appends.
  @inline(__always)
  private mutating func add(_ field: ItemField, write: (inout [UInt8]) -> Void) {
    let label = field.label
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: label.utf8Start, count: label.utf8CodeUnitCount))
    write(&bytes)
  }
}

/// Whole items.
extension ItemLine {
  mutating func set(_ item: Item) {
    var id = item.id
    id.withUTF8 { begin(id: $0, item.type, by: item.attributedTo, at: item.published) }
    addBody(of: item)
    addRelations(of: item)
    addStanding(of: item)
    end()
  }

  private mutating func addBody(of item: Item) {
    add(.updated, item.updated)
    add(.deleted, item.deleted)
    add(.name, item.name)
    add(.content, item.content)
    add(.mediaType, item.mediaType?.rawValue)
    add(.language, item.language)
  }

  private mutating func addRelations(of item: Item) {
    add(.inReplyTo, item.inReplyTo)
    add(.context, item.context)
    add(.channel, item.channel)
    add(.url, item.url)
    add(.tag, item.tag)
    add(.mentions, item.mentions)
  }

  private mutating func addStanding(of item: Item) {
    addList(.reactions, item.reactions) { json, reaction in json.write(reaction) }
    add(.score, item.score)
    add(.accepted, item.accepted)
    add(.state, item.state)
    add(.closed, item.closed)
    addList(.codes, item.codes) { json, code in json.write(code) }
    add(.licence, item.licence)
    add(.derived, item.derived)
  }
}

extension [UInt8] {
  fileprivate mutating func replace(by text: UnsafeBufferPointer<UInt8>) {
    removeAll(keepingCapacity: true)
    append(contentsOf: text)
  }
}
