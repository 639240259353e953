import Basics
import MarkdownHTML
import Testing

/// Several bytes are looked at at once, so what matters may stand at any of their places.
@Suite struct EscapingTests {
  @Test(arguments: 0..<20 as Range<UInt64>) func escapesEachByteAsTheDefinitionSays(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    // Beside the four, bytes that differ from them in one bit.
    let signs = ["&", "<", ">", "\"", "=", "?", "#", "'", "$", "%", ";", "¢", "¼", "¾", "x", "y"]
    for length in 0..<100 {
      let text = (0..<length).map { _ in
        signs[Int.random(in: 0..<signs.count, using: &generator)]
      }.joined()
      let escaped = text.map { sign -> String in
        switch sign {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\"": "&quot;"
        default: String(sign)
        }
      }.joined()
      let expected = "<pre><code>x\(escaped)\n</code></pre>\n"
      #expect(render("```\nx\(text)\n```").filled == expected)
    }
  }

  @Test(arguments: 0..<12) func findsWhatIsSpecialAtAnyPlace(letters: Int) {
    let lead = String(repeating: "a", count: letters)
    #expect(render("x\(lead){{n}}").filled == "<p>x\(lead){n}</p>\n")
    #expect(render("\(lead)a\u{202E}b").filled == "<p>\(lead)ab</p>\n")
    let link = #"<a href="http://www.b.example">www.b.example</a>"#
    #expect(render("x\(lead) www.b.example").filled == "<p>x\(lead) \(link)</p>\n")
    #expect(render("\(lead)x\r\ny").filled == "<p>\(lead)x\ny</p>\n")
  }
}
