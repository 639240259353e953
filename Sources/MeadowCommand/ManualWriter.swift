/// Writes mdoc(7): a macro a line, and text in which nothing is taken for one.
struct ManualWriter {
  private(set) var text = ""

  mutating func macro(_ name: String, _ words: String = "") {
    text += ".\(name)" + (words.isEmpty ? "" : " " + ManualWriter.escaped(words)) + "\n"
  }

  /// A sentence a line, as mdoc wants it.
  mutating func prose(_ words: String) {
    let lines = words.replacing("\n", with: " ").replacing(". ", with: ".\n")
    for line in lines.split(separator: "\n") { text += ManualWriter.line(String(line)) + "\n" }
  }

  mutating func paragraph(_ words: String) {
    macro("Pp")
    prose(words)
  }

  mutating func synopsis(of root: VerbInfo) {
    macro("Sh", "SYNOPSIS")
    for verb in root.verbs {
      macro("Nm", "meadow")
      text += ".Cm \(verb.name)\n"
      if !verb.verbs.isEmpty {
        text += ".Ar " + verb.verbs.map(\.name).joined(separator: " | ") + "\n"
      }
      for option in verb.options where option.flags.isEmpty {
        let value = ManualWriter.escaped(option.value ?? "")
        text += option.isOptional ? ".Op Ar \(value)\n" : ".Ar \(value)\n"
      }
      text += ".Op Ar options\n"
    }
  }

  /// A verb with its options and examples, and the verbs below it.
  mutating func command(_ verb: VerbInfo, below words: [String]) {
    let words = words + [verb.name]
    text += ".Ss \(words.joined(separator: " "))\n"
    prose(verb.abstract)
    for paragraph in verb.discussion.split(separator: "\n\n") { self.paragraph(String(paragraph)) }
    if !verb.options.isEmpty {
      text += ".Bl -tag -width Ds\n"
      for option in verb.options { self.option(option) }
      text += ".El\n"
    }
    if verb.verbs.isEmpty, !verb.examples.isEmpty { examples(verb.examples) }
    for inner in verb.verbs { command(inner, below: words) }
  }

  private mutating func option(_ option: OptionInfo) {
    let value = option.value.map { ManualWriter.escaped($0) }
    if option.flags.isEmpty {
      text += ".It Ar \(value ?? "")\n"
    } else {
      let flags = option.flags.map { "Fl " + ManualWriter.escaped(String($0.dropFirst())) }
      text += ".It \(flags.joined(separator: " , "))" + (value.map { " Ar \($0)" } ?? "") + "\n"
    }
    prose(option.abstract)
    var more: [String] = []
    if !option.values.isEmpty { more.append("One of " + option.values.joined(separator: ", ")) }
    if let usual = option.usual {
      more.append("by default \(usual == "." ? "the folder at hand" : usual)")
    }
    if option.isRepeating { more.append("may be given several times") }
    guard let first = more.first else { return }
    let rest = more.dropFirst().map { "; " + $0 }.joined()
    prose(first.prefix(1).uppercased() + first.dropFirst() + rest + ".")
  }

  mutating func examples(_ examples: [(command: String, effect: String)]) {
    text += ".Bl -tag -width Ds\n"
    for example in examples {
      text += ".It Li \(ManualWriter.quoted(example.command))\n"
      prose(example.effect)
    }
    text += ".El\n"
  }

  /// Names with what they mean.
  mutating func table(_ title: String, _ rows: [(String, String)]) {
    macro("Sh", title)
    text += ".Bl -tag -width Ds\n"
    for (name, meaning) in rows {
      text += ".It Li \(ManualWriter.quoted(name))\n"
      prose(meaning)
    }
    text += ".El\n"
  }

  /// Text whose first characters are no request.
  private static func line(_ words: String) -> String {
    let escaped = escaped(words)
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }

  /// As one argument of a macro.
  private static func quoted(_ words: String) -> String {
    "\"" + escaped(words).replacing("\"", with: "\"\"") + "\""
  }

  /// Characters that roff reads otherwise.
  static func escaped(_ words: String) -> String {
    words.replacing("\\", with: "\\e").replacing("-", with: "\\-")
      .replacing("…", with: "...").replacing("`", with: "\\(ga")
      .replacing("→", with: "\\(->").replacing("“", with: "\\(lq").replacing("”", with: "\\(rq")
  }
}
