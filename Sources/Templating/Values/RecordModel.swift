/// What a page kind gives to its template: names, types and docs in one place.
package struct RecordModel: Sendable, Equatable {
  package var name: String
  package var fields: [FieldModel]

  package init(name: String, fields: [FieldModel]) {
    self.name = name
    self.fields = fields
  }

  /// The place of a field among the values of a record, or nil when there is none of that name.
  package func index(of field: String) -> Int? {
    fields.firstIndex { $0.name == field }
  }
}

/// One field of a record as a template author sees it.
package struct FieldModel: Sendable, Equatable {
  package var name: String
  package var type: ModelType
  /// One sentence for the template reference.
  package var doc: String

  package init(_ name: String, _ type: ModelType, _ doc: String) {
    self.name = name
    self.type = type
    self.doc = doc
  }
}

/// The type of a value as the page model promises it; templates are checked against it at load time.
package indirect enum ModelType: Sendable, Equatable {
  case text
  /// Markup of our own making (``SafeHTML``), written unescaped, in HTML text only.
  case html
  /// An address with an allowed scheme (``SafeURL``).
  case url
  /// A file of this site (``AssetReference``); the only address that may load a script or a style.
  case asset
  case integer
  case number
  case boolean
  /// JSON text of our own making, for `<script type="application/json">`.
  case json
  /// A CSS length, number, colour or keyword (``SafeStyle``).
  case style
  case list(ModelType)
  case record(RecordModel)
  /// May be missing; a template must guard it (`if`, `default`, `is defined`).
  case optional(ModelType)
  /// Checked only while rendering; for `meadow render template` and its comparison with Jinja2.
  case any
}
