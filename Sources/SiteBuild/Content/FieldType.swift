internal import Basics
internal import LinkDirectory
internal import MarkdownHTML

/// How a value of front matter must be written, and what it becomes.
struct FieldType<Value: Sendable>: Sendable {
  /// For messages and the reference page: `a day (2026-11-21)`.
  var name: String
  var parse: @Sendable (YAMLValue) -> Value?
}

extension FieldType<String> {
  static let text = FieldType(name: "a text") { value in
    value.text.flatMap { $0.isEmpty ? nil : $0 }
  }

  static let slug = FieldType(name: "a name in small letters, digits and hyphens") { value in
    value.text.flatMap { Slug($0)?.text }
  }

  /// One of some words.
  static func choice(_ words: [String]) -> FieldType {
    FieldType(name: "one of " + words.map { "`\($0)`" }.joined(separator: ", ")) { value in
      value.text.flatMap { words.contains($0) ? $0 : nil }
    }
  }
}

extension FieldType<Int> {
  static let integer = FieldType(name: "a whole number") { $0.integer }
}

extension FieldType<Bool> {
  static let flag = FieldType(name: "`true` or `false`") { $0.boolean }
}

extension FieldType<CalendarDay> {
  static let day = FieldType(name: "a day (2026-11-21)") { $0.day }
}

extension FieldType<WebAddress> {
  static let address = FieldType(name: "a web address (https://…)") { value in
    value.text.flatMap { WebAddress($0) }
  }
}

extension FieldType<Licence> {
  static let licence = FieldType(
    name: "an SPDX id such as `CC-BY-4.0`, or a map with `title` and `url`"
  ) { value in
    if let id = value.text { return Licence(id: id) }
    guard let title = value["title"]?.text, let url = value["url"]?.text,
      let address = WebAddress(url), value.entries?.count == 2
    else { return nil }
    return Licence(title: title, address: address)
  }
}

extension FieldType {
  /// A list; a single value stands for a list of one.
  static func list<Element>(_ element: FieldType<Element>) -> FieldType<[Placed<Element>]>
  where Value == [Placed<Element>] {
    FieldType<[Placed<Element>]>(name: "a list, each \(element.name)") { value in
      let values = value.list ?? [value]
      let parsed = values.compactMap { one in
        element.parse(one).map { Placed(value: $0, place: one.place) }
      }
      return parsed.count == values.count ? parsed : nil
    }
  }

  /// The value together with where it stands, for what is checked later.
  static func placed<Inner>(_ inner: FieldType<Inner>) -> FieldType<Placed<Inner>>
  where Value == Placed<Inner> {
    FieldType<Placed<Inner>>(name: inner.name) { value in
      inner.parse(value).map { Placed(value: $0, place: value.place) }
    }
  }
}

/// A value with its place in the file it was read from.
struct Placed<Value: Sendable>: Sendable {
  var value: Value
  var place: YAMLPlace
}
