internal import Basics

// Paths of fields, as `attribute='author.name'` writes them.
extension Compiler {
  /// `attribute='author.name'`: a constant list of names; checked where the element is a record.
  mutating func path(
    _ expression: Expression, of element: StaticType
  ) -> (slot: Int32, type: StaticType) {
    switch expression.kind {
    case .none: return (constantSlot(.none), element)
    case .integer(let index):
      return (constantSlot(.list([.list([.integer(index)])])), .any)
    case .text(let text):
      let paths = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
        part.split(separator: ".").map { step in
          Int(step).map { Constant.integer($0) } ?? .text(String(step))
        }
      }
      var type = StaticType.any
      for path in paths { type = checkPath(path, element, at: expression.place) }
      return (constantSlot(.list(paths.map { .list($0) })), paths.count == 1 ? type : .any)
    default:
      report(
        TemplatingCodes.unsupported, "the name of a field must be written as a string",
        at: expression.place)
      return (constantSlot(.none), .any)
    }
  }

  mutating func checkPath(
    _ path: [Constant], _ element: StaticType, at place: Place
  ) -> StaticType {
    var type = element
    for step in path {
      guard case .text(let name) = step, case .record(let model) = type.present else { return .any }
      guard let index = model.index(of: name) else {
        report(
          TemplatingCodes.unknownName, "unknown field `\(name)` on \(model.name)", at: place,
          fix: suggestion(for: name, among: model.fields.map(\.name)))
        return .any
      }
      let field = StaticType(model.fields[index].type)
      type = type.isOptional && !field.isOptional ? .optional(field) : field
    }
    return type
  }
}
