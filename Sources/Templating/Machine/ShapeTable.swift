/// The names of the fields of every record a program knows, by the record's shape.
struct ShapeTable: Sendable {
  private(set) var shapes: [RecordModel] = []
  private var names: [[[UInt8]]] = []

  /// The number of a model's shape; a new one when it is not yet known.
  mutating func shape(of model: RecordModel) -> Int {
    if let known = shapes.firstIndex(of: model) { return known }
    shapes.append(model)
    names.append(model.fields.map { Array($0.name.utf8) })
    return shapes.count - 1
  }

  func name(of field: Int, in shape: UInt16) -> String {
    shapes[Int(shape)].fields[field].name
  }

  /// The place of a field by its name.
  func index(of name: UnsafeBufferPointer<UInt8>, in shape: UInt16) -> Int? {
    names[Int(shape)].firstIndex { $0.elementsEqual(name) }
  }
}
