/// A value for a template.
package enum TemplateValue: Sendable, Equatable {
  case none
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case html(SafeHTML)
  case url(SafeURL)
  case asset(AssetReference)
  case style(SafeStyle)
  /// JSON text as UTF-8.
  case json([UInt8])
  case list([TemplateValue])
  /// The values of a record in the order of its model's fields.
  case record([TemplateValue])
  /// Names and values without a model; fits ``ModelType/any`` only.
  case map([TemplateMapEntry])
}

/// One name with its value in a ``TemplateValue/map(_:)``.
package struct TemplateMapEntry: Sendable, Equatable {
  package var name: String
  package var value: TemplateValue

  package init(_ name: String, _ value: TemplateValue) {
    self.name = name
    self.value = value
  }
}
