import Basics
import SiteBuild
import TestSupport
import Testing

/// Whom a mail can go to.
@Suite struct MailboxTests {
  @Test(arguments: [
    ("ana@acme.example", "", "ana@acme.example"),
    ("  ana@acme.example ", "", "ana@acme.example"),
    ("Ana B. <ana.b+c@mail.acme.example>", "Ana B.", "ana.b+c@mail.acme.example"),
    ("\"B, Ana\" <ana@acme.example>", "B, Ana", "ana@acme.example"),
    ("Änne <o'hara@bücher.example>", "Änne", "o'hara@xn--bcher-kva.example"),
    ("<ana@acme.example>", "", "ana@acme.example"),
  ])
  func readsNameAndAddress(text: String, name: String, address: String) throws {
    let mailbox = try Mailbox(text)
    #expect(mailbox.name == name)
    #expect(mailbox.address == address)
  }

  @Test(arguments: [
    ("ana@acme.example\r\nBcc: x@y.example", MailboxFault.Cause.lineBreak),
    ("ana@acme.example\n", .lineBreak), ("a\0@acme.example", .lineBreak),
    ("An\u{202E}a <ana@acme.example>", .hidden), ("ana\t@acme.example", .hidden),
    ("ana@acme.example\u{200B}", .hidden), ("a\u{2028}b@acme.example", .hidden),
    ("Ana <ana@acme.example", .brackets), ("Ana <ana@acme.example> x", .brackets),
    ("ana", .oneAt), ("a@b@acme.example", .oneAt), ("", .oneAt),
    ("@acme.example", .localPart), ("a..b@acme.example", .localPart),
    (".a@acme.example", .localPart),
    ("a b@acme.example", .localPart), ("ä@acme.example", .localPart),
    ("a,b@acme.example", .localPart), ("Ana: a@acme.example", .localPart),
    (String(repeating: "a", count: 65) + "@acme.example", .localPart),
    ("ana@acme", .host), ("ana@-acme.example", .host), ("ana@acme..example", .host),
    ("ana@acme.example, ben@acme.example", .oneAt), ("ana@acme.example;", .host),
    ("ana@[127.0.0.1]", .host),
    ("a@" + String(repeating: "abcdefg.", count: 40) + "example", .length),
  ])
  func refusesWhatIsNoAddress(text: String, cause: MailboxFault.Cause) {
    do {
      let mailbox = try Mailbox(text)
      Issue.record("\(mailbox)")
    } catch {
      #expect(error.cause == cause, "\(text)")
    }
  }

  /// Nothing that is let in can end a header or begin another address.
  @Test func letsNothingInThatHasAMeaningInAHeader() {
    var random = SeededGenerator(seed: 9)
    let pieces = [
      "a", "b.c", "@", "x.example", "<", ">", ",", ";", ":", "\r", "\n", "\r\nTo: y@z.example",
      "\0", " ",
      "\"", "\\", "(", ")", "ü", "\u{202E}", "=?UTF-8?Q?=0A?=",
    ]
    var accepted = 0
    for _ in 0..<20_000 {
      func noise() -> String {
        let count = Int.random(in: 0...2, using: &random)
        return (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      }
      let text = noise() + "Ana <a" + noise() + "@x" + noise() + ".example>" + noise()
      guard let mailbox = try? Mailbox(text) else { continue }
      accepted += 1
      #expect(mailbox.address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "\(text)")
      #expect(!mailbox.address.contains { "<>,;:\"\\()".contains($0) }, "\(text)")
      #expect(mailbox.address.count { $0 == "@" } == 1, "\(text)")
      #expect(!mailbox.name.unicodeScalars.contains { $0.value < 0x20 }, "\(text)")
    }
    #expect(accepted > 50)
  }
}
