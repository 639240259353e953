/// How deep values may lie inside one another where they are walked. What a page is given is far from
/// it, but a namespace can be set to a list of itself turn by turn.
enum ValueDepth {
  static let limit = 200

  /// Walking must not exhaust the stack.
  static func require(_ depth: Int) throws(Fault) {
    guard depth < limit else {
      throw Fault("a value nested deeper than \(limit) levels", code: TemplatingCodes.limit)
    }
  }
}
