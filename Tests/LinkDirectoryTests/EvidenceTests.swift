import Basics
import LinkDirectory
import Testing

@Suite struct EvidenceTests {
  private let notice = String(repeating: "a", count: 64)

  private func terms(_ scopes: [ConsentScope] = [.link, .name]) throws -> ConsentTerms {
    ConsentTerms(
      target: "https://forum.example/", scopes: scopes, notice: notice,
      expires: try #require(Timestamp("2027-01-02T00:00:00Z")))
  }

  @Test func readsTheSentenceItPrints() throws {
    let terms = try terms()
    let text = GrantSentence.text(terms)
    #expect(
      text == "We agree: link, name for https://forum.example/ until 2027-01-02, "
        + "notice sha256:\(notice).")
    #expect(try GrantSentence.find(in: "Hello,\nwe voted. \(text) Bye") == terms)
    let wrapped = text.replacing(" ", with: "\n  ")
    #expect(try GrantSentence.find(in: wrapped) == terms)
  }

  @Test func readsTheSentenceOfAPersonAboutAnItem() throws {
    var terms = try terms([.quote])
    terms.target = "p-0007"
    terms.item = "makers/q1"
    #expect(GrantSentence.text(terms).hasPrefix("I agree: quote for p-0007 item makers/q1 until"))
    #expect(try GrantSentence.find(in: GrantSentence.text(terms)) == terms)
  }

  @Test(
    "what is no sentence",
    arguments: [
      "", "We agree.",
      "They agree: link for https://forum.example/ until 2027-01-02, notice sha256:x.",
      "We disagree: link for https://forum.example/ until 2027-01-02, notice sha256:"
        + String(repeating: "a", count: 64),
    ])
  func findsNoConsentWhereThereIsNone(text: String) {
    #expect(throws: TermsFault.noSentence) { try GrantSentence.find(in: text) }
  }

  @Test(
    "says what is wrong with a sentence",
    arguments: [
      (
        "link, everything", "2027-01-02", "0",
        "it has the unknown scope `everything`: known are link, name, metrics, quotes"
      ),
      (
        "link, names", "2027-01-02", "0",
        "it has the unknown scope `names`: did you mean `name`?"
      ),
      ("link, link", "2027-01-02", "0", "it has the scope `link` twice"),
      ("link", "tomorrow", "0", "its `until` wants a day as 2027-01-02, not `tomorrow`"),
      (
        "link", "2027-01-02", "g",
        "its `notice sha256:` wants 64 hexadecimal digits, not `"
          + String(repeating: "g", count: 64) + "`"
      ),
    ])
  func saysWhatIsWrongWithASentence(
    scopes: String, end: String, digit: String, fault: String
  ) throws {
    let notice = String(repeating: digit, count: 64)
    let text =
      "Hello. We agree: \(scopes) for https://forum.example/ until \(end), "
      + "notice sha256:\(notice). I agree: good idea."
    let found = #expect(throws: TermsFault.self) { try GrantSentence.find(in: text) }
    #expect(found?.description == fault)
  }

  @Test func passesOverASentenceThatIsNotOneAndFindsTheNext() throws {
    let terms = try terms()
    let text = "We agree: it rains. " + GrantSentence.text(terms)
    #expect(try GrantSentence.find(in: text) == terms)
  }

  @Test func readsTheFileItPrints() throws {
    var terms = try terms()
    terms.granted = Timestamp("2026-01-02T00:00:00Z")
    terms.canonical = WebAddress("https://forum.example/.well-known/community-insights.txt")
    let text = ConsentStatement.text(terms)
    #expect(
      text == """
        Site: https://forum.example/
        Scope: link, name
        Notice-SHA256: \(notice)
        Granted: 2026-01-02
        Expires: 2027-01-02
        Canonical: https://forum.example/.well-known/community-insights.txt

        """)
    #expect(try ConsentStatement.read(text) == terms)
    let windows = "# from us\r\n\r\n" + text.replacing("\n", with: "\r\n")
    #expect(try ConsentStatement.read(windows) == terms)
    #expect(try ConsentStatement.read("\u{FEFF}" + text) == terms)
  }

  @Test(
    "says what is wrong with a line",
    arguments: [
      ("Expires: 2027-01-02", "Expires: 2 January 2027", "`Expires:` wants a day as 2027-01-02"),
      ("Notice-SHA256: ", "Notice-SHA256: sha256:", "`Notice-SHA256:` wants 64 hexadecimal digits"),
      ("Scope: ", "Canonical: /here\nScope: ", "`Canonical:` wants a web address, not `/here`"),
      ("Expires: 2027-01-02", "", "it lacks the line `Expires:`"),
      ("Scope: ", "Person: p-0007\nScope: ", "it is about a `Site:` and a `Person:`"),
    ])
  func saysWhatIsWrongWithALine(line: String, other: String, fault: String) throws {
    var terms = try terms()
    terms.granted = Timestamp("2026-01-02T00:00:00Z")
    let text = ConsentStatement.text(terms).replacing(line, with: other)
    let found = #expect(throws: TermsFault.self) { try ConsentStatement.read(text) }
    #expect(found?.description.contains(fault) == true)
  }

  @Test(
    "says what is wrong with a scope",
    arguments: [
      ("link, names", "it has the unknown scope `names`: did you mean `name`?"),
      (
        "everything", "it has the unknown scope `everything`: known are link, name, metrics, quotes"
      ),
      ("link, link", "it has the scope `link` twice"), ("", "it lacks the line `Scope:`"),
      ("credit", "it has the unknown scope `credit`: known are link, name, metrics, quotes"),
    ])
  func saysWhatIsWrongWithAScope(scopes: String, fault: String) throws {
    let text = ConsentStatement.text(try terms())
      .replacing("Scope: link, name", with: "Scope: \(scopes)")
    let found = #expect(throws: TermsFault.self) { try ConsentStatement.read(text) }
    #expect(found?.description == fault)
  }

  /// What is asked for is said as it is done: figures about posts know no least number.
  @Test func saysInTheNoticeWhatIsCountedAsItIs() {
    let text = NoticeText.standard(organisation: "Acme", title: "Insights")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      text.contains(
        "never about fewer than ten of them; posts and conversations are counted as they are, even a "
          + "single one: we may say how long one question waited quotes "))
  }

  @Test func takesASignedStatementApart() throws {
    let armour = "-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----"
    let signed = try #require(
      SignedStatement(statement: "Site: x\n", signature: armour, key: "ssh-ed25519 AAAA me\n"))
    let again = SignedStatement(evidence: String(decoding: signed.evidence, as: UTF8.self))
    #expect(again == signed)
    #expect(SignedStatement(statement: "x", signature: "AAAA", key: "ssh-ed25519 A") == nil)
    #expect(SignedStatement(statement: "x", signature: armour, key: "cert AAAA") == nil)
    #expect(
      SignedStatement(statement: "x", signature: armour, key: "ssh-ed25519 A\nssh-rsa B") == nil)
  }
}
