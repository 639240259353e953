internal import JSONText

/// An option, a flag or an argument of a verb.
package struct OptionInfo: Sendable {
  /// `-q`, `--quiet`; none for an argument.
  package let flags: [String]
  /// `folder`; nil for a flag.
  package let value: String?
  /// What it does.
  package let abstract: String
  /// What it is where it is left out.
  package let usual: String?
  /// Those that are allowed, where they are few.
  package let values: [String]
  /// Whether it can be left out.
  package let isOptional: Bool
  /// Whether it can be given several times.
  package let isRepeating: Bool

  init(_ json: JSONValue) {
    let names = json["names"]?.array ?? []
    let isPositional = json["kind"]?.string == "positional"
    flags =
      isPositional
      ? []
      : names.sorted { ($0["kind"]?.string ?? "") > ($1["kind"]?.string ?? "") }.map { name in
        (name["kind"]?.string == "long" ? "--" : "-") + (name["name"]?.string ?? "")
      }
    value = json["kind"]?.string == "flag" ? nil : json["valueName"]?.string
    abstract = json["abstract"]?.string ?? ""
    usual = json["defaultValue"]?.string
    values = (json["allValues"]?.array ?? []).compactMap(\.string)
    isOptional = json["isOptional"]?.bool ?? true
    isRepeating = json["isRepeating"]?.bool ?? false
  }
}
