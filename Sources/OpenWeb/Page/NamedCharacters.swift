/// The named character references of the HTML standard (13.5).
enum NamedCharacters {
  /// `colon` → `:`
  static let table: [String: [Unicode.Scalar]] = {
    var table: [String: [Unicode.Scalar]] = [:]
    for entry in namedCharacterList.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let parts = entry.split(separator: "=")
      table[String(parts[0])] = parts[1].split(separator: "+").compactMap {
        UInt32($0, radix: 16).flatMap(Unicode.Scalar.init)
      }
    }
    return table
  }()

  /// `CounterClockwiseContourIntegral`
  static let longestName = 32

  /// `frac12`, `Ccedil` …
  static let longestOpenName = 6

  /// Names that need no `;`, from the time before there was a standard.
  static let open = Set(
    """
    AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave Euml
    GT Iacute Icirc Igrave Iuml LT Ntilde Oacute Ocirc Ograve Oslash Otilde Ouml QUOT REG
    THORN Uacute Ucirc Ugrave Uuml Yacute aacute acirc acute aelig agrave amp aring atilde
    auml brvbar ccedil cedil cent copy curren deg divide eacute ecirc egrave eth euml frac12
    frac14 frac34 gt iacute icirc iexcl igrave iquest iuml laquo lt macr micro middot nbsp not
    ntilde oacute ocirc ograve ordf ordm oslash otilde ouml para plusmn pound quot raquo reg
    sect shy sup1 sup2 sup3 szlig thorn times uacute ucirc ugrave uml uuml yacute yen yuml
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
}
