import Basics
import CommunityData
import Importers
import JSONText
import Testing

/// Damaged and hostile dumps: what is refused, what is set aside, and that the rest is kept.
struct HostileExportTests {
  private static func row(_ id: Int, _ more: String = "") -> String {
    """
      <row Id="\(id)" PostTypeId="1" CreationDate="2018-01-01T00:00:00.000" Score="0" Body="b\(id)" \(more)/>

    """
  }

  private func posts(_ rows: String) throws -> Imported {
    try importing([
      "Posts.xml": "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<posts>\n\(rows)</posts>\n"
    ])
  }

  @Test(arguments: [
    (
      """
      <!DOCTYPE posts [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
      <posts><row Id="1" PostTypeId="1" CreationDate="2018-01-01T00:00:00" Body="&b;"/></posts>
      """, "it declares entities"
    ),
    (
      """
      <!DOCTYPE posts [<!ENTITY x SYSTEM "file:///etc/hostname">]>
      <posts><row Id="1" PostTypeId="1" CreationDate="2018-01-01T00:00:00" Body="b">&x;</row></posts>
      """, "it declares entities"
    ),
    (
      """
      <!DOCTYPE posts [<!ENTITY % remote SYSTEM "https://canary.example/x.dtd"> %remote;]>
      <posts></posts>
      """, "it declares entities"
    ),
    ("", "it is empty"),
    ("<html><body/></html>", "its root element is `html` instead of `posts`"),
    (
      "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><posts></posts>",
      "it is encoded as iso-8859-1 instead of UTF-8"
    ),
  ])
  func refusesWholeFile(text: String, reason: String) {
    let finding = refusal { try importing(["Posts.xml": text]) }
    #expect(
      finding?.text
        == "error[I005]: Posts.xml cannot be read: \(reason)\n  = fix: take the file as the dump has it"
    )
  }

  @Test func refusesWhatIsNotXML() {
    let finding = refusal { try importing(["Posts.xml": "Id\tBody\n1\tb\n"]) }
    #expect(finding?.code.id == "I005")
    #expect(
      finding?.message.hasPrefix("Posts.xml cannot be read: it does not begin as XML") == true)
  }

  @Test func refusesUTF16() {
    let text = "<?xml version=\"1.0\"?><posts></posts>"
    let bytes: [UInt8] = [0xFF, 0xFE] + text.utf8.flatMap { [$0, 0] }
    #expect(refusal { try importing(["Posts.xml": bytes]) }?.code.id == "I005")
  }

  /// A bad row between two good ones: the good ones stay, the bad one is kept with its place.
  @Test(arguments: [
    (
      #"<row Id="x" PostTypeId="1" CreationDate="2018-01-01T00:00:00"/>"#, "`Id` is not a number: x"
    ),
    (#"<row PostTypeId="1" CreationDate="2018-01-01T00:00:00"/>"#, "`Id` is missing"),
    (#"<row Id="2" CreationDate="2018-01-01T00:00:00"/>"#, "`PostTypeId` is missing"),
    (#"<row Id="2" PostTypeId="2" CreationDate="2018-01-01T00:00:00"/>"#, "`ParentId` is missing"),
    (#"<row Id="2" PostTypeId="1"/>"#, "`CreationDate` is missing"),
    (
      #"<row Id="2" PostTypeId="1" CreationDate="2018-02-30T00:00:00"/>"#,
      "`CreationDate` is not a time: 2018-02-30T00:00:00"
    ),
    (
      #"<row Id="2" PostTypeId="1" CreationDate="9999-12-31T23:59:59.999"/>"#,
      "it is dated after the export was made: 9999-12-31T23:59:59Z"
    ),
    (
      #"<row Id="2" PostTypeId="1" CreationDate="2018-01-01T00:00:00" ClosedDate="9999-01-01T00:00:00"/>"#,
      "it is dated after the export was made: 9999-01-01T00:00:00Z"
    ),
    (
      #"<row Id="2" PostTypeId="1" CreationDate="2018-01-01T00:00:00" Score="1e400"/>"#,
      "`Score` is not a number: 1e400"
    ),
    (
      #"<row Id="2" PostTypeId="1" CreationDate="2018-01-01T00:00:00" Score="9223372036854775808"/>"#,
      "`Score` is not a number: 9223372036854775808"
    ),
    (#"<column Id="2"/>"#, "it is not a `row`"),
    (#"<row Id="2"><b/></row>"#, "it holds another element"),
    (#"<row Id="2">text</row>"#, "it holds text"),
    ("stray text", "there is text between the rows"),
  ])
  func quarantinesOneRecord(bad: String, reason: String) throws {
    let dump = try posts(HostileExportTests.row(1) + "  \(bad)\n" + HostileExportTests.row(3))
    let fix =
      reason.contains("after the export was made")
      ? "\n  = fix: was the export made later? give the day on which it was made: `--date`" : ""
    #expect(Set(dump.items.keys) == ["post-1", "post-3"])
    let counts = dump.result.manifest.counts
    #expect(counts.read == 3 && counts.items == 2 && counts.quarantined == 1)
    #expect(dump.quarantine.count == 1)
    #expect(dump.quarantine.first?["reason"]?.string == reason)
    #expect(dump.quarantine.first?["place"]?.string == "Posts.xml:4:3")
    #expect(
      dump.result.diagnostics.map(\.text) == [
        "warning[I006]: a record was quarantined: \(reason)\n  --> Posts.xml:4:3\(fix)"
      ])
    #expect(!dump.result.manifest.complete)
    #expect(dump.result.manifest.gaps.last == "1 record could not be read")
  }

  /// Rows that are not well-formed XML do not take the rows behind them with them.
  @Test(arguments: [
    #"<row Id="2" Body="a < b"/>"#, #"<row Id="2" Body="no end/>"#, #"<row Id="2" Id="2"/>"#,
    #"<row Id="2" Body="&undeclared;"/>"#, #"<row Id="2" Body="&#1;"/>"#, #"<row Id="2" & />"#,
    #"</posts>"#, #"<row Id=2/>"#, #"<![CDATA[ <x> ]"#, #"<row Id="2" Body="a""#,
  ])
  func goesOnBehindBrokenMarkup(bad: String) throws {
    let dump = try posts(HostileExportTests.row(1) + "  \(bad)\n" + HostileExportTests.row(3))
    #expect(Set(dump.items.keys) == ["post-1", "post-3"])
    #expect(dump.result.manifest.counts.quarantined == 1)
    #expect(dump.quarantine.first?["place"]?.string == "Posts.xml:4:3")
    #expect(
      dump.quarantine.first?["reason"]?.string?.hasPrefix("it is not well-formed XML") == true)
    #expect(dump.result.manifest.counts.addUp)
  }

  @Test func quarantinesInvalidUTF8() throws {
    let head = Array("<posts>\n\(HostileExportTests.row(1))  <row Id=\"2\" Body=\"".utf8)
    let tail = Array("\"/>\n\(HostileExportTests.row(3))</posts>".utf8)
    let dump = try importing(["Posts.xml": head + [0xC3, 0x28, 0xFF] + tail])
    #expect(Set(dump.items.keys) == ["post-1", "post-3"])
    #expect(dump.quarantine.count == 1)
    #expect(dump.quarantine.first?["place"]?.string == "Posts.xml:3:3")
  }

  @Test func keepsWhatComesBeforeTheCutOfATruncatedFile() throws {
    let whole = "<posts>\n" + HostileExportTests.row(1) + HostileExportTests.row(2)
    let dump = try importing(["Posts.xml": String(whole.dropLast(20))])
    #expect(Set(dump.items.keys) == ["post-1"])
    #expect(dump.result.manifest.counts.quarantined == 1)
    #expect(dump.quarantine.first?["place"]?.string == "Posts.xml:3:3")
    let texts = dump.result.diagnostics.map(\.text)
    #expect(
      texts.last == """
        warning[I007]: Posts.xml ends before its `</posts>`
          --> Posts.xml:3:72
          = fix: download it again
        """)
    #expect(dump.result.manifest.gaps.contains("Posts.xml ends too early, at line 3"))
  }

  @Test func saysThatAFileCutBetweenRowsIsCut() throws {
    let dump = try importing(["Posts.xml": "<posts>\n" + HostileExportTests.row(1)])
    #expect(Set(dump.items.keys) == ["post-1"])
    #expect(dump.result.manifest.counts.quarantined == 0)
    #expect(dump.result.diagnostics.map(\.code.id) == ["I007"])
    #expect(!dump.result.manifest.complete)
  }

  @Test func keepsManyRowsBetweenManyFaults() throws {
    var rows = ""
    for id in 1...2_000 {
      rows += id % 3 == 0 ? "  <row Id=\"\(id)\" Body=\"<\"/>\n" : HostileExportTests.row(id)
    }
    let dump = try posts(rows)
    let counts = dump.result.manifest.counts
    #expect(counts.read == 2_000 && counts.quarantined == 666 && counts.items == 1_334)
    #expect(dump.quarantine.last?["place"]?.string == "Posts.xml:2000:3")
    #expect(dump.result.diagnostics.count == 1)
    #expect(dump.result.diagnostics.first?.notes == ["and 665 more for the same reason"])
  }

  @Test func readsRowsThatAreLongerThanAPieceOfTheFile() throws {
    let body = String(repeating: "ä&lt;", count: 100_000)
    let dump = try posts(HostileExportTests.row(1) + HostileExportTests.row(2, "X=\"\(body)\" "))
    #expect(dump.items.count == 2)
  }

  @Test func setsAsideARowWithoutEnd() throws {
    let endless = "  <row Id=\"2\" Body=\"" + String(repeating: "a", count: 14 << 20) + "\n"
    let dump = try posts(HostileExportTests.row(1) + endless + HostileExportTests.row(3))
    #expect(Set(dump.items.keys) == ["post-1", "post-3"])
    #expect(dump.quarantine.count == 1)
    #expect(
      dump.quarantine.first?["reason"]?.string?.hasSuffix("further bytes are not kept") == true)
  }

  @Test func toleratesADoctypeWithoutLoadingIt() throws {
    let dump = try importing([
      "Posts.xml": """
      <?xml version="1.0" encoding="utf-8"?>
      <!DOCTYPE posts SYSTEM 'https://canary.example/posts.dtd'>
      <posts>\(HostileExportTests.row(1))</posts>
      """
    ])
    #expect(dump.items.count == 1)
    #expect(dump.result.manifest.gaps.count == 2)  // Users.xml and Comments.xml
  }
}
