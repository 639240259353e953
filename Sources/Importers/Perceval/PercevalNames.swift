/// Whom an `@name` in the texts of each backend means.
struct PercevalNames {
  /// Where people go by the names that texts call them.
  private var plain = MentionNames()
  /// By backend, where people go by numbers.
  private var numbered: [String: MentionNames] = [:]

  func names(of backend: String) -> MentionNames { numbered[backend] ?? plain }

  mutating func note(_ envelope: PercevalEnvelope) {
    guard let shape = PercevalShape.shapes[envelope.backend], !shape.called.isEmpty else {
      return envelope.object.forEachText(named: ["login", "username"]) { plain.note($0, as: $0) }
    }
    PercevalNames.note(
      envelope.data, shape, in: &numbered[envelope.backend, default: MentionNames()])
  }

  private static func note(
    _ object: SourceObject, _ shape: PercevalShape, in names: inout MentionNames
  ) {
    let fields = PercevalFields(object: object)
    if let name = try? fields.string(shape.called), let author = try? fields.string(shape.author) {
      names.note(name, as: author)
    }
    for branch in shape.branches {
      for element in object.objects(path: branch.list) { note(element, branch.shape, in: &names) }
    }
  }
}
