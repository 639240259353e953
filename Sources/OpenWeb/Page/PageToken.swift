/// A piece of markup in a page; between two tokens lies text.
package struct PageToken: Sendable {
  package enum Kind: UInt8, Sendable {
    case startTag, endTag, comment, doctype
    /// `<![CDATA[…]]>` in SVG or MathML: its content is text.
    case characterData
  }

  package let kind: Kind
  /// Of a tag.
  package internal(set) var element: ElementName
  /// Whether the element is one of SVG or MathML.
  package internal(set) var isForeign = false
  /// `<br/>`; in HTML elements it means nothing.
  package let isSelfClosing: Bool
  let start: Int32
  let end: Int32
  /// Where a tag's name ends.
  let nameEnd: Int32
  let firstAttribute: Int32
  let attributeCount: Int32

  /// Its bytes, from `<` to after `>`.
  package var range: Range<Int> { Int(start)..<Int(end) }

  /// The bytes of a tag's name.
  package var nameRange: Range<Int> {
    Int(start) + (kind == .endTag ? 2 : 1)..<Int(nameEnd)
  }

  var attributeRange: Range<Int> {
    Int(firstAttribute)..<Int(firstAttribute) + Int(attributeCount)
  }
}

/// An attribute of a start tag; of two with one name the first counts.
package struct PageAttribute: Sendable {
  package let name: AttributeName
  let nameStart: Int32
  let nameEnd: Int32
  let valueStart: Int32
  let valueEnd: Int32

  package var nameRange: Range<Int> { Int(nameStart)..<Int(nameEnd) }

  /// The bytes of the value, without quotes; empty where there is none.
  package var valueRange: Range<Int> { Int(valueStart)..<Int(valueEnd) }
}
