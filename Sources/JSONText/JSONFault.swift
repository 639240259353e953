/// Why a text is not JSON as Meadow reads it (RFC 8259, unique names, paired surrogates, bounded
/// depth), and where.
package struct JSONFault: Error, Sendable, Hashable {
  /// From the start of the text, in bytes.
  package var offset: Int
  /// ``expected `,` or `}` ``: a phrase that can stand behind a place.
  package var reason: String

  package init(offset: Int, reason: String) {
    self.offset = offset
    self.reason = reason
  }
}
