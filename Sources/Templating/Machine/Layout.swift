/// How a page's values are laid into memory: its model, flattened so that reading it costs nothing.
struct Layout: Sendable {
  struct Entry: Sendable {
    var kind: LayoutKind
    var isOptional = false
    var shape: UInt16 = 0
    /// The entry of a list's elements, or the first of a record's fields.
    var first: Int32 = 0
    var count: Int32 = 0
  }

  private(set) var entries: [Entry] = []
  private(set) var names: [String] = []

  init(_ model: RecordModel, shapes: inout ShapeTable) {
    entries = [Entry(kind: .record)]
    names = [model.name]
    fill(0, .record(model), &shapes)
  }

  private mutating func fill(_ at: Int, _ type: ModelType, _ shapes: inout ShapeTable) {
    switch type {
    case .optional(let inner):
      fill(at, inner, &shapes)
      entries[at].isOptional = true
    case .list(let element):
      entries[at].kind = .list
      entries[at].first = Int32(entries.count)
      entries.append(Entry(kind: .any))
      names.append(names[at])
      fill(entries.count - 1, element, &shapes)
    case .record(let model):
      entries[at].kind = .record
      entries[at].shape = UInt16(shapes.shape(of: model))
      let first = entries.count
      entries[at].first = Int32(first)
      entries[at].count = Int32(model.fields.count)
      for field in model.fields {
        entries.append(Entry(kind: .any))
        names.append(field.name)
      }
      for (index, field) in model.fields.enumerated() { fill(first + index, field.type, &shapes) }
    default: entries[at].kind = LayoutKind(type)
    }
  }
}

enum LayoutKind: UInt8, Sendable {
  case text, html, url, asset, integer, number, boolean, json, style, list, record, any

  init(_ type: ModelType) {
    switch type {
    case .text: self = .text
    case .html: self = .html
    case .url: self = .url
    case .asset: self = .asset
    case .integer: self = .integer
    case .number: self = .number
    case .boolean: self = .boolean
    case .json: self = .json
    case .style: self = .style
    case .list: self = .list
    case .record: self = .record
    case .optional, .any: self = .any
    }
  }
}
