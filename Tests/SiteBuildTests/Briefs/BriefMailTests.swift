import Basics
import CGMime
import Foundation
import SiteBuild
import TestSupport
import Testing

/// Briefs as mails: what is written is what other programs read.
@Suite struct BriefMailTests {
  /// Loaded once, since tests run side by side.
  private static let hasGMime = meadow_gmime_load()

  @Test func isADraftOfTwoParts() throws {
    let mail = ParsedMail(try BriefSite().brief("care", as: .eml))
    #expect(
      mail.headers.map(\.name) == [
        "X-Unsent", "From", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Language",
        "Content-Type",
      ])
    #expect(mail["X-Unsent"] == "1")
    #expect(mail["From"] == "Acme <listen@acme.example>")
    #expect(mail["Subject"] == "Brief for Care & Co: Questions are answered")
    #expect(mail["Date"] == "Sat, 8 Jan 2022 00:00:00 +0000")
    #expect(mail["Content-Type"]?.hasPrefix("multipart/alternative; boundary=") == true)
    let id = try #require(mail["Message-ID"])
    #expect(id.hasPrefix("<") && id.hasSuffix("@insights.example>") && id.utf8.count == 51)
    #expect(mail.parts.count == 2)
    #expect(try mail.parts[0] == BriefSite().brief("care", as: .txt))
    #expect(mail.parts[1].hasPrefix("<!doctype html>"))
  }

  @Test func hasSomebodyWhoHasNoAddress() throws {
    let site = BriefSite().with([
      "Content/site.yaml": "title: I\norganisation: Ac,me\ndata_licence: CC-BY-4.0"
    ])
    let mail = ParsedMail(try site.brief("care", as: .eml))
    #expect(mail["From"] == "\"Ac,me\" :;")
    #expect(mail["Message-ID"]?.hasSuffix("@briefs.invalid>") == true)
  }

  @Test func namesWhomItIsFor() throws {
    let readers = try [
      "Ana B. <ana@acme.example>", "ben@büro.example", "Änne <a.b+c@acme.example>",
    ]
    .map { try Mailbox($0) }
    let mail = ParsedMail(try BriefSite().brief("care", as: .eml, to: readers))
    let to = try #require(mail["To"])
    #expect(
      to == "\"Ana B.\" <ana@acme.example>, ben@xn--bro-hoa.example, "
        + "=?UTF-8?Q?=C3=84nne?= <a.b+c@acme.example>")
    #expect(gmime(to).contains("Änne <a.b+c@acme.example>"))
  }

  @Test func hasTheSameBytesEachTimeAndAnotherIDForOtherReaders() throws {
    let first = try BriefSite().brief("care", as: .eml)
    #expect(try BriefSite().brief("care", as: .eml) == first)
    let other = try BriefSite().brief("care", as: .eml, to: [Mailbox("a@b.example")])
    #expect(ParsedMail(other)["Message-ID"] != ParsedMail(first)["Message-ID"])
  }

  @Test func isReadByGMime() throws {
    try #require(Self.hasGMime)
    let mail = Array(try BriefSite().brief("care", as: .eml).utf8)
    var text = meadow_mail_text()
    try #require(meadow_gmime_text(mail, mail.count, &text))
    defer { meadow_gmime_free(&text) }
    #expect(!text.is_html)
    #expect(text.charset.map { String(cString: $0) } == "utf-8")
    let plain = String(
      decoding: UnsafeBufferPointer(start: text.bytes, count: text.count), as: UTF8.self)
    #expect(try plain.replacing("\r\n", with: "\n") == BriefSite().brief("care", as: .txt))
  }

  @Test func loadsNothingFromElsewhere() throws {
    let html = ParsedMail(try BriefSite().brief("care", as: .eml)).parts[1].lowercased()
    for word in ["<img", "<link", "<script", "<style", "url(", "@import", " src=", "background=\""]
    {
      #expect(!html.contains(word), "\(word)")
    }
  }

  /// Whatever stands in titles and names: the same headers, each on lines of ASCII that fit, and a
  /// reader of another make decodes what was meant.
  @Test(arguments: 0..<24)
  func keepsHeadersWholeWhateverIsInThem(seed: Int) throws {
    try #require(Self.hasGMime)
    var random = SeededGenerator(seed: UInt64(seed))
    let title = hostileText(&random)
    let organisation = hostileText(&random)
    let site = BriefSite().with([
      "Content/site.yaml":
        "title: I\norganisation: \(yaml(organisation))\ndata_licence: CC-BY-4.0",
      "Content/insights/third.md": """
      ---
      title: \(yaml(title))
      summary: S.
      date: 2020-02-03
      communities: [makers]
      departments: [care]
      sources: [makers/q1]
      ---
      """,
    ])
    let text = try site.brief("care", as: .eml)
    let mail = ParsedMail(text)
    #expect(
      mail.headers.map(\.name) == [
        "X-Unsent", "From", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Language",
        "Content-Type",
      ])
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() where byte == 0x0A {
      #expect(index > 0 && bytes[index - 1] == 0x0D)
    }
    for line in text.components(separatedBy: "\r\n") { #expect(line.utf8.count <= 78, "\(line)") }
    let subject = try #require(mail["Subject"])
    #expect(gmime(subject) == "Brief for Care & Co: " + onOneLine(cut(title)))
    #expect(mail.parts.count == 2)
    #expect(try mail.parts[0] == site.brief("care", as: .txt))
  }

  private func gmime(_ value: String) -> String {
    guard Self.hasGMime, let decoded = meadow_gmime_decode(value) else { return "" }
    defer { free(decoded) }
    return String(cString: decoded)
  }

  /// Letters of many scripts beside everything that has a meaning in a head.
  private func hostileText(_ random: inout SeededGenerator) -> String {
    let pieces = [
      "a", "Bc", " ", "  ", "\r\nBcc: x@y.example", "\n\n", "=?UTF-8?Q?=0A?=", "?=", "é", "ß",
      "日本語",
      "🙂", "👩‍👩‍👧‍👦", "e\u{301}", "\u{2066}", "\t", "\"", "\\", ",", ";", "<", ">", "@", ":",
      "(", ")", "=", "_", ".", "From ", "\u{2028}", "عربي", "=3D", "--=_",
      "x-long-word-without-a-space",
    ]
    let count = Int.random(in: 1...14, using: &random)
    return "t" + (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }

  /// Double quotes with everything beyond letters escaped.
  private func yaml(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      scalar.isASCII && scalar.value >= 0x20 && scalar != "\"" && scalar != "\\"
        ? String(scalar)
        : "\\U" + String(repeating: "0", count: 8 - String(scalar.value, radix: 16).count)
          + String(scalar.value, radix: 16)
    }
    return "\"" + escaped.joined() + "\""
  }

  /// As long titles are shortened in briefs.
  private func cut(_ title: String) -> String {
    if title.count <= 110 { return title }
    let start = title.prefix(109)
    return String(start[..<(start.lastIndex(where: \.isWhitespace) ?? start.endIndex)]) + "…"
  }

  /// As a subject shows it: no controls, no marks that turn the text around, single spaces.
  private func onOneLine(_ text: String) -> String {
    let turning: Set<Unicode.Scalar> = ["\u{202E}", "\u{2066}"]
    let scalars = text.unicodeScalars.filter { !turning.contains($0) }
      .map { $0.value < 0x20 || $0 == "\u{2028}" ? " " : Character($0) }
    return String(scalars.map { String($0) }.joined().split(separator: " ").joined(separator: " "))
  }
}
