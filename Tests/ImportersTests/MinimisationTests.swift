import CommunityData
import Importers
import Testing

struct MinimisationTests {
  @Test(arguments: [
    ("write to ann@example.org.", "write to [e-mail removed]."),
    ("<ann.b+c@mail.example.co.uk>", "<[e-mail removed]>"),
    ("ANN@EXAMPLE.ORG", "[e-mail removed]"),
    ("ann&#64;example.org", "[e-mail removed]"),
    ("ann&#x40;example.org", "[e-mail removed]"),
    ("?email=ann%40example.org&x=1", "?email=[e-mail removed]&x=1"),
    ("jörg@bücher.example", "[e-mail removed]"),
    ("ann (at) example.org", "[e-mail removed]"),
    ("ann [at] example [dot] org now", "[e-mail removed] now"),
    ("https://ann@example.org/", "https://[e-mail removed]/"),
    ("mailto:ann@example.org?subject=Hi there", "[e-mail removed] there"),
    ("&lt;ann@example.org&gt;", "&lt;[e-mail removed]&gt;"),
    ("`ann@example.org`", "`[e-mail removed]`"),
    ("a@b.example,c@d.example", "[e-mail removed],[e-mail removed]"),
    ("@ann@social.example", "@[e-mail removed]"),
    ("„ann@example.org“2", "„[e-mail removed]“2"), ("«ann@example.org»3", "«[e-mail removed]»3"),
    ("联系ann@example.org谢谢2", "联系[e-mail removed]谢谢2"),
    ("ann@example.org。再见3", "[e-mail removed]。再见3"),
    ("「ann@example.org」4", "「[e-mail removed]」4"),
    ("ann@example.com으로 2", "[e-mail removed]으로 2"), ("用户@例子.广告 ok", "[e-mail removed] ok"),
    ("l’ann@example.org’s", "l’[e-mail removed]’s"),
    ("ann\u{200B}@example.org", "[e-mail removed]"), ("ann🦊@example.org", "[e-mail removed]"),
    ("à :\u{A0}ann@example.org", "à :\u{A0}[e-mail removed]"),
    ("ann@example.org-2", "[e-mail removed]-2"), ("ann＠example.org", "[e-mail removed]"),
    ("ａｎｎ＠ｅｘａｍｐｌｅ．ｏｒｇ", "[e-mail removed]"),
  ])
  func removesMailAddresses(text: String, expected: String) {
    #expect(Minimisation.minimised(text.utf8, .plain) == expected)
  }

  @Test(arguments: [
    ("write to ann at example.org.", "write to [e-mail removed]."),
    ("„ann at example.org“ 2", "„[e-mail removed]“ 2"),
    ("ann at example.org。", "[e-mail removed]。"), ("jörg at bücher.example", "[e-mail removed]"),
    ("„look at example.org“", "„look at example.org“"),
    ("ann at example.org/club", "ann at example.org/club"),
  ])
  func removesAddressesAsMailArchivesSpellThem(text: String, expected: String) {
    #expect(Minimisation.minimised(mail: Array(text.utf8)) == expected)
  }

  @Test(arguments: [
    "meet @ann", "a@b", "ann@localhost", "git@github.com:owner/name.git", "logo@2x.png",
    "lodash@4.17.21", "x @ y.example", "@media print", "user@", "@", "look (at) this",
    "https://medium.example/@ann/post", "5 @ 3.50", "ann[at", "(at)", "",
  ])
  func leavesOtherSignsAlone(text: String) {
    #expect(Minimisation.minimised(text.utf8, .plain) == text)
  }

  @Test func removesTheLinkToAMailAddress() {
    let text = #"<p>ask <a href="mailto:ann@example.org?subject=a%20b" rel="x">Ann</a></p>"#
    #expect(
      Minimisation.minimised(text.utf8, .html) == #"<p>ask <a rel="x">Ann</a></p>"#)
  }

  @Test(arguments: [
    ("+44 20 7946 0958", "[phone removed]"),
    ("+44 (0)20 7946-0958!", "[phone removed]!"),
    ("call +4915112345678 now", "call [phone removed] now"),
    ("+1-555-123-4567", "[phone removed]"),
    ("0049 170 1234567", "[phone removed]"),
    ("555-123-4567", "[phone removed]"),
    ("(555) 123-4567", "[phone removed]"),
    ("1.555.123.4567.", "[phone removed]."),
    ("Tel: 0171 2345678", "Tel: [phone removed]"),
    ("my phone number is 0612345678", "my phone number is [phone removed]"),
    ("WhatsApp 06 12 34 56 78, thanks", "WhatsApp [phone removed], thanks"),
    ("<a href=\"tel:+441632960961\">", "<a href=\"tel:[phone removed]\">"),
    ("wa.me/4915112345678", "wa.me/[phone removed]"),
    ("“+44 20 7946 0958”", "“[phone removed]”"), ("电话+44 20 7946 0958。", "电话[phone removed]。"),
    ("打555-123-4567吧", "打[phone removed]吧"), ("—555-123-4567—", "—[phone removed]—"),
  ])
  func removesPhoneNumbers(text: String, expected: String) {
    #expect(Minimisation.minimised(text.utf8, .plain) == expected)
  }

  @Test(arguments: [
    "1914-1918", "2014-05-06", "on 2014-05-06 12:30:00", "1800 - 1985", "ISBN 0-19-852663-6",
    "ISBN 978-3-16-148410-0", "3.14159265358979", "1,234,567,890", "10000000", "+1 for that",
    "+1 2014-05-06", "40(3) 2013", "50.0.2661.102", "2012327152356932987",
    "https://x.example/status/370562064089088001", "https://x.example/a-555-123-4567",
    "?id=5551234567", "+0200", "UTC+05:30 2014", "100 200 3000", "tel aviv 2014",
    "the phone of 2014-05-06", "C++11 and C++14", "a+12345678", "$1.555.123.4567", "10 000 000",
    "é+12345678", "ж555-123-4567", "555-123-4567é",
  ])
  func leavesOtherNumbersAlone(text: String) {
    #expect(Minimisation.minimised(text.utf8, .plain) == text)
  }

  @Test(arguments: [
    ("from 203.0.113.7:8080", "from [IP removed]:8080"),
    ("203.0.113.7.", "[IP removed]."),
    ("http://192.168.1.77/x", "http://[IP removed]/x"),
    ("10.1.2.3/24", "[IP removed]/24"),
    ("[2001:db8::1]:443", "[[IP removed]]:443"),
    ("fe80::1ff:fe23:4567:890a", "[IP removed]"),
    ("2001:0db8:85a3:0000:0000:8a2e:0370:7334", "[IP removed]"),
    ("2001:db8::", "[IP removed]"),
    ("at 2001:db8::7: refused", "at [IP removed]: refused"),
    ("inet addr:203.0.113.7", "inet addr:[IP removed]"), ("IP:203.0.113.8", "IP:[IP removed]"),
    ("source:203.0.113.7", "source:[IP removed]"), ("“203.0.113.9”", "“[IP removed]”"),
    ("203.0.113.10-203.0.113.20", "[IP removed]-[IP removed]"),
    ("203.0.113.10–203.0.113.20", "[IP removed]–[IP removed]"),
    ("\u{A0}203.0.113.7\u{A0}", "\u{A0}[IP removed]\u{A0}"),
    ("地址203.0.113.7，谢谢", "地址[IP removed]，谢谢"), ("a地址203.0.113.7", "a地址[IP removed]"),
    ("-203.0.113.7", "-[IP removed]"), ("::ffff:203.0.113.7", "::ffff:[IP removed]"),
    ("“fe80::1ff:fe23:4567:890a”", "“[IP removed]”"), ("fdab::1", "[IP removed]"),
    ("abcd:abcd:abcd:abcd:abcd:abcd:abcd:abcd", "[IP removed]"),
  ])
  func removesNetworkAddresses(text: String, expected: String) {
    #expect(Minimisation.minimised(text.utf8, .plain) == expected)
  }

  @Test(arguments: [
    "127.0.0.1:3000", "0.0.0.0", "255.255.255.0", "v1.2.3.4", "1.2.3", "1.2.3.4.5", "256.1.1.1",
    "1.2.3.4-beta", "12:34:56", "std::vector", "a::b", "::1", "::", "Cafe::Add", "dead::beef",
    "01.02.03.04", "16:9", "aspect 4:3::2", "00:1A:2B:3C:4D:5E", "lib-1.2.3.4", "12:1.2.3.4",
    "é1.2.3.4", "1.2.3.4é", "ж1.2.3.4",
  ])
  func leavesOtherDotsAndColonsAlone(text: String) {
    #expect(Minimisation.minimised(text.utf8, .plain) == text)
  }

  /// What is cut at a length is cut between characters: 64 bytes of a name, 63 of a part of a host.
  @Test(arguments: ["é", "好", "🦊"], 15...70)
  func cutsNoCharacter(sign: String, count: Int) {
    let run = String(repeating: sign, count: count)
    for text in ["\(run)ann@example.org ok", "ann@a.\(run)", "a\(run)b@example.org"] {
      let written = Minimisation.minimised(text.utf8, .plain)
      #expect(!written.unicodeScalars.contains("\u{FFFD}") && !written.contains("ann@example"))
    }
  }

  @Test func keepsInvalidBytesFromHarm() {
    let bytes: [UInt8] = [0xFF, 0xC3, 0x40, 0x80, 0x2E, 0xE2, 0x82]
    #expect(!Minimisation.minimised(bytes, .markdown).isEmpty)
  }
}
