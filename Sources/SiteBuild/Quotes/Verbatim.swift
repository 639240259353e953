/// Holds quoted words against what was written.
package enum Verbatim {
  /// The first stretch of the quote that does not follow in the text, or nil when all do, in order.
  ///
  /// `[…]` and `[...]` stand for left-out words; white space of any kind and length is one blank.
  package static func firstMissing(of quote: String, in written: String) -> String? {
    let text = Array(folded(written))
    var from = 0
    for stretch in stretches(of: quote) {
      guard let end = find(Array(stretch), in: text, from: from) else { return stretch }
      from = end
    }
    return nil
  }

  private static func stretches(of quote: String) -> [String] {
    folded(quote.replacing("[...]", with: "[…]")).split(separator: "[…]")
      .map { String($0.drop { $0 == " " }) }
      .map { text in String(text.reversed().drop { $0 == " " }.reversed()) }
      .filter { !$0.isEmpty }
  }

  /// The place after the first occurrence.
  private static func find(_ part: [Character], in text: [Character], from: Int) -> Int? {
    guard text.count >= part.count, from <= text.count - part.count else { return nil }
    for start in from...(text.count - part.count)
    where text[start..<start + part.count].elementsEqual(part) {
      return start + part.count
    }
    return nil
  }

  /// One blank for any white space; curled quotes and apostrophes as typed on a keyboard.
  private static func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .replacing("’", with: "'").replacing("‘", with: "'")
      .replacing("“", with: "\"").replacing("”", with: "\"")
  }
}
