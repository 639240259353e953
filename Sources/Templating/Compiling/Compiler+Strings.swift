internal import Basics

// Texts of the user interface: `strings.menu`, `strings.minutes(n=3)`.
extension Compiler {
  /// The name under which templates read the texts of the site's language.
  static let stringsName = "strings"

  /// A text without gaps, known at load time; nil where there are no texts.
  mutating func string(_ name: String, at place: Place) -> Operand? {
    guard let wording = options.wording else { return nil }
    guard let message = message(name, of: wording, at: place) else { return invalid() }
    if let text = message.plainText { return constant(.text(text)) }
    let gaps = message.gaps.map { "\($0)=…" }.joined(separator: ", ")
    report(
      TemplatingCodes.arguments, "`strings.\(name)` has gaps to fill",
      at: fieldPlace(name, in: place), fix: "write `strings.\(name)(\(gaps))`")
    return invalid()
  }

  /// A text with its gaps filled by name.
  mutating func string(
    _ name: String, of wording: Wording, _ arguments: Arguments, _ callee: Expression,
    at place: Place
  ) -> Operand {
    guard let message = message(name, of: wording, at: callee.place) else { return invalid() }
    if let first = arguments.positional.first {
      report(
        TemplatingCodes.arguments, "`strings.\(name)` takes its values by name", at: first.place,
        fix: message.gaps.first.map { "write `\($0)=` before it" })
      return invalid()
    }
    return callHost(hostIndex(ofString: name, message, wording), arguments, .text, at: place)
  }

  private mutating func message(
    _ name: String, of wording: Wording, at place: Place
  ) -> Message? {
    if let message = wording.messages[name] { return message }
    report(
      TemplatingCodes.unknownName, "there is no text `\(name)` in the strings of the site",
      at: fieldPlace(name, in: place), fix: suggestion(for: name, among: wording.messages.keys))
    return nil
  }

  /// Each text with gaps becomes a function of the host, once.
  private mutating func hostIndex(
    ofString name: String, _ message: Message, _ wording: Wording
  ) -> Int {
    let full = "\(Compiler.stringsName).\(name)"
    if let known = hosts.firstIndex(where: { $0.name == full }) { return known }
    let gaps = message.gaps
    hosts.append(
      HostFunction(
        name: full, parameters: gaps.map { HostParameter($0, isRequired: true) }
      ) { arguments throws(TemplateFault) in
        var values: [String: MessageValue] = [:]
        for (gap, argument) in zip(gaps, arguments) {
          values[gap] = try messageValue(argument, named: gap)
        }
        return .text(wording.text(key: name, values))
      })
    return hosts.count - 1
  }
}

private func messageValue(
  _ value: TemplateValue, named gap: String
) throws(TemplateFault) -> MessageValue {
  switch value {
  case .text(let text): .text(text)
  case .integer(let number): .count(number)
  default: throw TemplateFault("`\(gap)` takes a text or a whole number")
  }
}
