/// A function of the host that an expression in Markdown may call.
package struct HostFunction: Sendable {
  /// `measure`
  package var name: String
  package var parameters: [HostParameter]
  /// Gets one value a parameter, in their order; a parameter left out is `.none`.
  package var body: @Sendable ([TemplateValue]) throws(TemplateFault) -> TemplateValue

  package init(
    name: String, parameters: [HostParameter],
    body: @escaping @Sendable ([TemplateValue]) throws(TemplateFault) -> TemplateValue
  ) {
    self.name = name
    self.parameters = parameters
    self.body = body
  }
}

/// One parameter of a ``HostFunction``, given by place or by name.
package struct HostParameter: Sendable, Equatable {
  package var name: String
  package var isRequired: Bool

  package init(_ name: String, isRequired: Bool = false) {
    self.name = name
    self.isRequired = isRequired
  }
}
