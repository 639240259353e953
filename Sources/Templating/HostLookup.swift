/// Values of the host that a template asks for by a written name: `query("busiest_rooms")`.
///
/// A name and the fields of its value are checked when the template is read, as the page's own variables
/// are. A page is given the values that its template asks for, and no others.
package struct HostLookup: Sendable {
  /// What templates call: `query`.
  package var function: String
  package var entries: [Entry]

  package init(function: String, entries: [Entry]) {
    self.function = function
    self.entries = entries
  }

  /// One value with its name.
  package struct Entry: Sendable {
    package var name: String
    package var model: RecordModel
    /// A record in the model.
    package var value: TemplateValue

    package init(name: String, model: RecordModel, value: TemplateValue) {
      self.name = name
      self.model = model
      self.value = value
    }
  }

  func entry(_ name: String) -> Entry? { entries.first { $0.name == name } }
}
