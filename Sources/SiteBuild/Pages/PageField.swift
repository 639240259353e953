package import Templating

/// One variable a page gives to its template: name, type and doc beside the way it is filled, so that
/// the check, the reference page and the value cannot part.
package struct PageField<Root: Sendable>: Sendable {
  package let model: FieldModel
  let value: @Sendable (Root) -> TemplateValue

  private init(
    _ name: String, _ type: ModelType, _ doc: String,
    _ value: @escaping @Sendable (Root) -> TemplateValue
  ) {
    model = FieldModel(name, type, doc)
    self.value = value
  }

  static func text(
    _ name: String, _ doc: String, _ get: @escaping @Sendable (Root) -> String
  ) -> PageField {
    PageField(name, .text, doc) { .text(get($0)) }
  }

  static func optionalText(
    _ name: String, _ doc: String, _ get: @escaping @Sendable (Root) -> String?
  ) -> PageField {
    PageField(name, .optional(.text), doc) { get($0).map(TemplateValue.text) ?? .none }
  }

  static func integer(
    _ name: String, _ doc: String, _ get: @escaping @Sendable (Root) -> Int
  ) -> PageField {
    PageField(name, .integer, doc) { .integer(get($0)) }
  }

  static func boolean(
    _ name: String, _ doc: String, _ get: @escaping @Sendable (Root) -> Bool
  ) -> PageField {
    PageField(name, .boolean, doc) { .boolean(get($0)) }
  }

  static func url(
    _ name: String, _ doc: String, _ get: @escaping @Sendable (Root) -> SafeURL
  ) -> PageField {
    PageField(name, .url, doc) { .url(get($0)) }
  }

  static func optionalURL(
    _ name: String, _ doc: String, _ get: @escaping @Sendable (Root) -> SafeURL?
  ) -> PageField {
    PageField(name, .optional(.url), doc) { get($0).map(TemplateValue.url) ?? .none }
  }

  static func asset(
    _ name: String, _ doc: String, _ get: @escaping @Sendable (Root) -> AssetReference
  ) -> PageField {
    PageField(name, .asset, doc) { .asset(get($0)) }
  }

  static func html(
    _ name: String, _ doc: String, _ get: @escaping @Sendable (Root) -> SafeHTML
  ) -> PageField {
    PageField(name, .html, doc) { .html(get($0)) }
  }

  static func optionalHTML(
    _ name: String, _ doc: String, _ get: @escaping @Sendable (Root) -> SafeHTML?
  ) -> PageField {
    PageField(name, .optional(.html), doc) { get($0).map(TemplateValue.html) ?? .none }
  }

  static func record<Part: PageRecord>(
    _ name: String, _ doc: String, _ get: @escaping @Sendable (Root) -> Part
  ) -> PageField {
    PageField(name, .record(Part.model), doc) { get($0).value }
  }

  static func optionalRecord<Part: PageRecord>(
    _ name: String, _ doc: String, _ get: @escaping @Sendable (Root) -> Part?
  ) -> PageField {
    PageField(name, .optional(.record(Part.model)), doc) { get($0)?.value ?? .none }
  }

  static func optionalValue(
    _ name: String, _ doc: String, _ get: @escaping @Sendable (Root) -> TemplateValue?
  ) -> PageField {
    PageField(name, .optional(.any), doc) { get($0) ?? .none }
  }

  static func list<Part: PageRecord>(
    _ name: String, _ doc: String, _ get: @escaping @Sendable (Root) -> [Part]
  ) -> PageField {
    PageField(name, .list(.record(Part.model)), doc) { .list(get($0).map(\.value)) }
  }
}

/// Something a template reads by field names.
package protocol PageRecord: Sendable {
  /// What diagnostics call it: ``unknown field `titel` on insight``.
  static var recordName: String { get }
  static var fields: [PageField<Self>] { get }
}

extension PageRecord {
  package static var model: RecordModel {
    RecordModel(name: recordName, fields: fields.map(\.model))
  }

  var value: TemplateValue { .record(Self.fields.map { $0.value(self) }) }
}

/// A record that a template renders by itself; its fields are the template's top-level variables.
package protocol PageKind: PageRecord {
  /// The file in the theme: `insight.html`.
  static var template: String { get }
}

extension PageKind {
  static var entry: TemplateEntry { TemplateEntry(template: template, model: model) }
}
