package import Basics
internal import JSONText
package import Templating

/// One template and values to try it on: what `meadow render template` does, without a disk.
package struct TemplateTrial: Sendable {
  /// The name of the template among the sources.
  package var template: String
  package var sources: [TemplateSource]
  /// A JSON object: the variables of the template in the order they were written.
  package var context: SourceText
  package var options: TemplateOptions

  package init(
    _ template: String, of sources: [TemplateSource], context: SourceText,
    options: TemplateOptions = TemplateOptions()
  ) {
    self.template = template
    self.sources = sources
    self.context = context
    self.options = options
  }

  /// The bytes of the page, or nil with at least one error.
  ///
  /// Strict checking takes the model from the values; `null` is an optional value that is missing.
  package func render() -> (html: [UInt8]?, diagnostics: [Diagnostic]) {
    do throws(Diagnostic) {
      return render(with: try templateEntries(context))
    } catch {
      return (nil, [error])
    }
  }

  func render(with entries: [TemplateMapEntry]) -> (html: [UInt8]?, diagnostics: [Diagnostic]) {
    let (model, page) = fitted(entries)
    let entry = TemplateEntry(template: template, model: model)
    let (set, found) = TemplateSet.load(sources, entries: [entry], options: options)
    guard let set else { return (nil, found) }
    do throws(TemplateError) {
      return (try set.render(template, page), found)
    } catch {
      return (nil, found + [error.diagnostic])
    }
  }

  private func fitted(_ entries: [TemplateMapEntry]) -> (RecordModel, TemplateValue) {
    if options.checking == .strict { return RecordModel.inferred(from: entries, named: "context") }
    let fields = entries.map { FieldModel($0.name, .any, "") }
    return (RecordModel(name: "context", fields: fields), .record(entries.map(\.value)))
  }
}

/// `{"a": 1}` → a: integer 1
private func templateEntries(_ context: SourceText) throws(Diagnostic) -> [TemplateMapEntry] {
  let document: JSONValue
  do throws(JSONFault) {
    document = try JSONValue(parsing: context.bytes)
  } catch {
    throw Diagnostic(
      MeadowCommandCodes.context, "the values are not JSON",
      at: context.excerpt(of: error.offset..<error.offset), fix: error.reason)
  }
  guard let fields = document.object else {
    throw Diagnostic(
      MeadowCommandCodes.context, "the values are \(document.kindName), not an object",
      at: context.excerpt(of: document.offset..<document.offset),
      fix: "write `{\"name\": …}`, a field for each variable")
  }
  return templateEntries(fields)
}

func templateEntries(_ fields: [JSONField]) -> [TemplateMapEntry] {
  fields.map { TemplateMapEntry($0.name, TemplateValue($0.value)) }
}

extension TemplateValue {
  fileprivate init(_ value: JSONValue) {
    self =
      switch value.content {
      case .null: .none
      case .bool(let flag): .boolean(flag)
      case .integer(let number): .integer(number)
      case .double(let number): .number(number)
      case .string(let text): .text(text)
      case .array(let values): .list(values.map { TemplateValue($0) })
      case .object(let fields): .map(templateEntries(fields))
      }
  }
}
