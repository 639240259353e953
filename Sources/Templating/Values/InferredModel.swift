extension RecordModel {
  /// The model that fits values which come without one, and the values laid out for it.
  ///
  /// `{"a": 1, "b": [{"c": "x"}]}` → a: integer, b: list of records with c: text. Elements of a list
  /// that differ in type make it a list of ``ModelType/any``, as does an empty list; `null` becomes
  /// an optional value that is missing.
  package static func inferred(
    from entries: [TemplateMapEntry], named name: String
  ) -> (model: RecordModel, page: TemplateValue) {
    let fields = entries.map { entry in
      FieldModel(entry.name, inferredType(entry.value, entry.name), "")
    }
    let model = RecordModel(name: name, fields: fields)
    return (model, fitted(.map(entries), to: .record(model)))
  }
}

private func inferredType(_ value: TemplateValue, _ name: String) -> ModelType {
  switch value {
  case .none: .optional(.any)
  case .boolean: .boolean
  case .integer: .integer
  case .number: .number
  case .text: .text
  case .html: .html
  case .url: .url
  case .asset: .asset
  case .style: .style
  case .json: .json
  case .list(let items): .list(commonType(items.map { inferredType($0, name) }))
  case .map(let entries): .record(RecordModel.inferred(from: entries, named: name).model)
  case .record: .any
  }
}

private func commonType(_ types: [ModelType]) -> ModelType {
  guard let first = types.first, types.allSatisfy({ $0 == first }) else { return .any }
  return first
}

/// Turns maps into records where the model has records.
private func fitted(_ value: TemplateValue, to type: ModelType) -> TemplateValue {
  switch (value, type) {
  case (.map(let entries), .record(let model)):
    .record(zip(entries, model.fields).map { fitted($0.value, to: $1.type) })
  case (.list(let items), .list(let element)): .list(items.map { fitted($0, to: element) })
  default: value
  }
}
