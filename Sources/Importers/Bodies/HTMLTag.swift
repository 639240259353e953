/// A start tag of an HTML fragment with its attributes, names in lower case.
package struct HTMLTag: Sendable, Equatable {
  package var name: String
  /// Values with their character references decoded.
  package var attributes: [(name: String, value: [UInt8])]

  /// An attribute's value; nil when the tag has none of that name.
  package subscript(name: String) -> String? {
    attributes.first { $0.name == name }.map { String(decoding: $0.value, as: UTF8.self) }
  }

  /// Whether the `class` attribute lists a name.
  package func hasClass(_ name: String) -> Bool {
    guard let value = attributes.first(where: { $0.name == "class" })?.value else { return false }
    return value.split { isWhiteSpace($0) || $0 == 0x0C }.contains { $0.elementsEqual(name.utf8) }
  }

  package static func == (left: HTMLTag, right: HTMLTag) -> Bool {
    left.name == right.name && left.attributes.elementsEqual(right.attributes) { $0 == $1 }
  }
}

/// A piece of an HTML fragment; comments, declarations and the text of scripts are none.
enum HTMLPiece: Sendable, Equatable {
  case text(ArraySlice<UInt8>)
  case start(HTMLTag)
  case end(String)
}
