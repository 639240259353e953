import Basics
import CommunityData
import Importers
import JSONText
import TestSupport
import Testing

/// Whom an `@name` in a text means, seen in a small workspace's messages.
struct MentionNamesTests {
  /// A workspace of people (id, user name, display name) and one text of `U0`.
  private func mentions(
    _ people: [(String, String, String)], _ text: String
  ) throws -> (content: String?, mentions: [String]) {
    let users = people.map { id, name, display in
      "{\"id\":\"\(id)\",\"name\":\"\(name)\",\"profile\":{\"display_name\":\"\(display)\"}}"
    }
    let club = try importing(
      [
        "users.json": "[\(users.joined(separator: ","))]",
        "channels.json": "[{\"id\":\"C1\",\"name\":\"general\"}]",
        "general/2018-01-01.json":
          "[{\"user\":\"U0\",\"text\":\"\(text)\",\"ts\":\"1514764800.000100\"}]",
      ], as: "slack")
    let id = "C1-1514764800.000100"
    return (club.field("content", of: id), club.list("mentions", of: id))
  }

  private func member(_ id: String) -> String {
    Pseudonyms(key: .demo, platform: "slack", origin: seOrigin).memberID(of: id)
  }

  private static let people = [
    ("U1", "ann", "Ann"), ("U2", "ann.marie", "Ann Marie"), ("U3", "oe", "Özil Ä. Berg"),
    ("U4", "dots", "(dots) & more"),
  ]

  @Test(arguments: [
    ("hi @ann!", "U1", "hi @U1!"), ("hi @Ann Marie, see", "U2", "hi @U2, see"),
    ("hi @ANN MARIE", "U2", "hi @U2"), ("hi @ann mar", "U1", "hi @U1 mar"),
    ("hi @ann.marie.", "U2", "hi @U2."), ("hi @Özil Ä. Berg", "U3", "hi @U3"),
    ("hi @özil ä. berg", "U3", "hi @U3"), ("hi @ÖZIL Ä. BERG", "U3", "hi @U3"),
    ("hi @(dots) & more", "U4", "hi @U4"),
    ("“@ann” said", "U1", "“@U1” said"), ("谢谢@ann", "U1", "谢谢@U1"), ("_@ann_", "U1", "_@U1_"),
    ("@ann’s patch", "U1", "@U1’s patch"), ("—@ann—", "U1", "—@U1—"),
    ("@ann谢谢你的帮助，问题解决了", "U1", "@U1谢谢你的帮助，问题解决了"),
    ("@Ann Marie谢谢", "U2", "@U2谢谢"), ("@ann님 hi", "U1", "@U1님 hi"),
    ("a\u{A0}@ann\u{A0}b", "U1", "a\u{A0}@U1\u{A0}b"), ("🎉️@ann🎉️", "U1", "🎉️@U1🎉️"),
    ("谢谢＠ann", "U1", "谢谢@U1"), ("_＠Ann Marie_", "U2", "_@U2_"),
    ("not @\u{200B}ann, nor", "U1", "not @U1, nor"),
  ])
  func findsTheLongestName(text: String, id: String, expected: String) throws {
    let found = try mentions(MentionNamesTests.people, text)
    #expect(found.content == expected.replacing("@\(id)", with: "@\(member(id))"))
    #expect(found.mentions == [member(id)])
  }

  /// What must be a name goes, and what is written behind it stays.
  @Test(arguments: [
    ("@zoe谢谢你，好", "@someone谢谢你，好"), ("@zoe’s", "@someone’s"), ("“@zoe”", "“@someone”"),
    ("@josé hi", "@someone hi"), ("@zoë_ hi", "@someone_ hi"), ("@王小明，你好", "@someone，你好"),
    ("é@ann", "é@ann"), ("ж@ann", "ж@ann"), ("e\u{301}@ann", "e\u{301}@ann"),
    ("＠zoe，你好", "@someone，你好"), ("é＠ann", "é＠ann"), ("`＠ann` 5 ＠ 3", "`＠ann` 5 ＠ 3"),
    ("@ann@b.example, hi", "@someone, hi"), ("@zoe@b.example.", "@someone."),
    ("@\u{200B}zoe, @\u{200B}", "@someone, @\u{200B}"),
  ])
  func namesNobodyWhomItDoesNotKnow(text: String, expected: String) throws {
    let found = try mentions(MentionNamesTests.people, text)
    #expect(found.content.map { Array($0.utf8) } == Array(expected.utf8))
    #expect(found.mentions.isEmpty)
  }

  /// A member's pseudonym stays one where a text goes on behind it.
  @Test(arguments: ["谢谢", "’s", "”", "님", "—"])
  func keepsAPseudonymBesideOtherSigns(sign: String) throws {
    let found = try mentions(MentionNamesTests.people, "<@U1>\(sign)")
    #expect(found.content == "@\(member("U1"))\(sign)")
    #expect(found.mentions == [member("U1")])
  }

  /// However it is spelt: a wrong mention is worse than none, and a name is not to be published.
  @Test(arguments: [
    "@Sam Doe", "@sam doe", "@SAM DOE", "@sam", "@Sam",
  ])
  func namesNobodyWhenTwoHaveOneName(text: String) throws {
    let people = [
      ("U1", "sdoe", "Sam Doe"), ("U2", "samuel", "Sam doe"), ("U3", "sam", "S"),
      ("U4", "other", "Sam"),
    ]
    for order in [people, people.reversed()] {
      let found = try mentions(order, "hi \(text)!")
      #expect(found.content == "hi @someone!")
      #expect(found.mentions.isEmpty)
    }
  }

  /// One person under one name twice is one person.
  @Test func takesOneNameOfOnePersonOnce() throws {
    let found = try mentions([("U1", "ann", "ann"), ("U2", "ben", "Ben")], "hi @ann")
    #expect(found.mentions == [member("U1")])
  }

  /// Four times the names and texts take about four times as long, though all begin alike.
  @Test(arguments: ["Dr Ann %", "Ann%", "a %"])
  func costsNoMoreForManyNames(pattern: String) throws {
    func table(_ count: Int) -> String {
      let rows = (0..<count).map { number in
        let (name, other) = (
          pattern.replacing("%", with: "Person\(number)"),
          pattern.replacing("%", with: "Person\((number + 1) % count)")
        )
        return "\(number),2018-01-01T00:00:00Z,\"Hi @\(other), and @\(name)\",\(name)"
      }
      return "id,published,content,attributedTo\n" + rows.joined(separator: "\n") + "\n"
    }
    func time(_ count: Int) throws -> Duration {
      let text = table(count)
      return try processorTime { _ = try importing(["t.csv": text], as: "csv") }
    }
    _ = try time(100)
    let (few, many) = (try time(1000), try time(8000))
    #expect(many < few * 24, "\(few) for 1,000 names, \(many) for 8,000")
  }
}
