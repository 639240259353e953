package import Basics

/// The text of one template under the name that `extends` and `include` write.
package struct TemplateSource: Sendable {
  /// `"page.html"`
  package var name: String
  /// Its file is the one shown in diagnostics.
  package var text: SourceText

  package init(name: String, text: SourceText) {
    self.name = name
    self.text = text
  }
}

/// A template that is rendered by itself, with the model of the page it is given.
package struct TemplateEntry: Sendable {
  package var template: String
  /// The fields are the template's top-level variables.
  package var model: RecordModel

  package init(template: String, model: RecordModel) {
    self.template = template
    self.model = model
  }
}
