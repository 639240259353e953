internal import JSONText

/// An option, a flag or an argument of a verb.
package struct OptionInfo: Sendable {
  /// `-q`, `--quiet`; none for an argument.
  package let flags: [String]
  /// `folder`; nil for a flag.
  package let value: String?
  package let abstract: String
  package let usual: String?
  package let values: [String]
  package let isOptional: Bool
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
