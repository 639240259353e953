/// Markup that may stand in HTML text as it is, because our own code wrote it.
package struct SafeHTML: Sendable, Equatable {
  let bytes: [UInt8]

  /// The caller vouches that the bytes are well-formed HTML with all foreign text escaped.
  package init(trusted: [UInt8]) {
    bytes = trusted
  }
}
