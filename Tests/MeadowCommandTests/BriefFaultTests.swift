import Basics
import MeadowCommand
import SiteBuild
import Testing

/// What `meadow brief` says to whom it cannot write to and whom it does not know.
@Suite struct BriefFaultTests {
  @Test(arguments: [
    ("a@b.example\r\nBcc: x@y.example", "a line break in it would begin another header"),
    ("a@b.example\u{202E}", "it holds a character that does not show"),
    ("Ana <a@b.example", "its `<` has no `>` at the end"),
    ("a@b@c.example", "it has not one `@`"),
    (".a@b.example", "what stands before `@` is no name of a mailbox"),
    ("a@b", "what stands behind `@` is no host"),
    ("a@" + String(repeating: "abcdefg.", count: 40) + "example", "it is longer than 254 bytes"),
  ])
  func saysWhyAnAddressIsNone(text: String, reason: String) throws {
    do throws(MailboxFault) {
      let mailbox = try Mailbox(text)
      Issue.record("\(mailbox)")
    } catch {
      let shown = text.replacing("\r\n", with: "\\u{D}\\u{A}").replacing(
        "\u{202E}", with: "\\u{202E}")
      #expect(
        BriefFaults.address(text, error).text == """
          error[R003]: `\(shown)` is no address to send a mail to: \(reason)
            = fix: write it as ana@acme.example or as Ana <ana@acme.example>
          """)
    }
  }

  @Test func namesTheNearestDepartment() {
    #expect(
      BriefFaults.department("enginering", among: ["care", "engineering"]).text == """
        error[R004]: there is no department `enginering`
          = fix: did you mean `engineering`?
        """)
    #expect(
      BriefFaults.department("x\nerror", among: ["care", "press"]).text == """
        error[R004]: there is no department `x\\u{A}error`
          = fix: there are `care`, `press`
        """)
    #expect(
      BriefFaults.department("care", among: []).text == """
        error[R004]: there is no department `care`
          = fix: write `Content/departments/care.md`
        """)
  }
}
