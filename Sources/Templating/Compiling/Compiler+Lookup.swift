internal import Basics

// Values that the host has under a name: `query("busiest_rooms")`.
extension Compiler {
  /// What is asked for, as a value of the page.
  mutating func look(
    up lookup: HostLookup, _ arguments: Arguments, at place: Place
  ) -> Operand {
    guard let values = matched(arguments, ["name"], of: lookup.function, at: place) else {
      return invalid()
    }
    guard let argument = values[0] else {
      refuse(TemplatingCodes.arguments, "`\(lookup.function)` needs `name`", at: place)
      return invalid()
    }
    guard case .text(let name) = argument.kind else {
      report(
        TemplatingCodes.unsupported,
        "the name of a \(lookup.function) must be written as a string", at: argument.place)
      return invalid()
    }
    guard let entry = lookup.entry(name) else {
      report(
        TemplatingCodes.unknownName, "there is no \(lookup.function) `\(name)`",
        at: argument.place, fix: suggestion(for: name, among: lookup.entries.map(\.name)))
      return invalid()
    }
    asked[name] = asked[name] ?? Asked(slot: 0)
    return Operand(
      slot: asked[name]?.slot ?? 0, type: .record(entry.model),
      path: lookedUpPath(lookup.function, name))
  }

  /// The path of `query("rooms")`, by which guards know its fields.
  func lookedUpPath(_ callee: Expression, _ arguments: Arguments) -> String? {
    guard let lookup, callee.isName(lookup.function), binding(lookup.function) == nil,
      case .text(let name)? = arguments.positional.first?.kind
    else { return nil }
    return lookedUpPath(lookup.function, name)
  }

  private func lookedUpPath(_ function: String, _ name: String) -> String {
    "\(function)(\(name))"
  }

  /// Whether a calculation is with a value of which nothing is known at load time, where that is refused.
  mutating func refusesCalculation(
    _ left: StaticType, _ right: StaticType, at place: Place
  ) -> Bool {
    guard guardsUnknown, left == .any || right == .any else { return false }
    report(
      TemplatingCodes.calculation, "a value of the site's data is calculated with", at: place,
      fix: "work it out in the query, which is held against the rule about few people")
    return true
  }
}

/// A value of the host that a template asks for.
struct Asked {
  /// Where it stands; 0 until it is known which ones are asked for.
  var slot: Int32
}
