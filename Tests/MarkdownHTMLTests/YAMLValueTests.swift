import Basics
import MarkdownHTML
import Testing

@Suite struct YAMLValueTests {
  private func value(_ text: String) throws -> YAMLValue {
    try #require(try readYAML(SourceText(file: "site.yaml", text: "v: \(text)\n"))["v"])
  }

  @Test(
    "types nothing by its looks",
    arguments: [
      "no", "yes", "on", "1:30", "2026-11-21", "0x10", "1e3", "1_000", ".inf", "0o7", "010", "Y",
      "NULL",
      "!!int 3", "<<", "=",
    ])
  func keepsText(text: String) throws {
    let read = try value(text)
    #expect(read.text == text.replacing("!!int ", with: ""))
    #expect(read.boolean == nil)
    #expect(!read.isNull)
  }

  @Test func convertsOnRequest() throws {
    #expect(try value("true").boolean == true)
    #expect(try value("'true'").boolean == nil)
    #expect(try value("-12").integer == -12)
    #expect(try value("1.5").integer == nil)
    #expect(try value("9223372036854775808").integer == nil)
    #expect(try value("1.5").number == 1.5)
    #expect(try value("1e400").number == nil)
    #expect(try value("1:30").number == nil)
    #expect(try value("\"5\"").integer == nil)
    #expect(try value("2026-02-28").day == CalendarDay(year: 2026, month: 2, day: 28))
    #expect(try value("2026-02-30").day == nil)
    #expect(try value("2026-02-28T01:02:03Z").timestamp == Timestamp("2026-02-28T01:02:03Z"))
  }

  @Test(arguments: ["", "~", "null"])
  func takesNothingForNull(text: String) throws {
    #expect(try value(text).isNull)
    #expect(try value(text).text == nil)
    #expect(try value("'\(text)'").isNull == false)
  }

  @Test func keepsOrderAndBlocks() throws {
    let source = SourceText(file: "a.yaml", text: "b: |\n  x *y*\n  &z\na:\n- 1\n- {c: d}\n")
    let read = try readYAML(source)
    #expect(read.entries?.map(\.key) == ["b", "a"])
    #expect(read["b"]?.text == "x *y*\n&z\n")
    #expect(read["a"]?.list?[1]["c"]?.text == "d")
    #expect(read["a"]?.list?[1]["x"] == nil)
  }

  @Test func takesEmptyFileForEmptyMap() throws {
    for text in ["", "# only a comment\n", "\u{FEFF}", "---\n"] {
      let read = try readYAML(SourceText(file: "a.yaml", text: text))
      #expect(read.entries?.isEmpty == true || read.isNull)
    }
  }
}
