import Basics
import CommunityData
import Crypto
import Importers
import JSONText
import TestSupport
import Testing

/// What each mail of a small list becomes; the list is `Fixtures/mbox`.
struct MailTests {
  let club: Imported

  init() throws {
    club = try importingFixture("mbox", as: "mbox") { $0.staff = ["bob@b.example"] }
  }

  /// 80 bits of the SHA-256 of a Message-ID, by another way of writing base32.
  private func id(_ messageID: String) -> String {
    let bits = SHA256.hash(data: Array(messageID.utf8)).prefix(10).map { byte in
      String(repeating: "0", count: byte.leadingZeroBitCount - (byte == 0 ? 1 : 0))
        + String(byte, radix: 2)
    }.joined()
    let letters = Array("abcdefghijklmnopqrstuvwxyz234567")
    return "mail-"
      + stride(from: 0, to: 80, by: 5).map { start in
        let five = bits.dropFirst(start).prefix(5)
        return String(letters[Int(five, radix: 2) ?? 0])
      }.joined()
  }

  private var ann: String { id("1.ann@canary-host.example") }
  private var bob: String { id("2.bob@b.example") }
  private var cat: String { id("3.cat@c.example") }
  private var annAgain: String { id("4.ann@canary-host.example") }
  private var maildir: String { id("8.bob@b.example") }

  private func member(_ address: String) -> String {
    Pseudonyms(key: .demo, platform: "mbox", origin: seOrigin).memberID(of: address)
  }

  /// The one item whose title it is.
  private func titled(_ title: String) -> JSONValue? {
    let found = club.items.values.filter { $0["name"]?.string == title }
    return found.count == 1 ? found.first : nil
  }

  @Test func accountsForEveryMail() {
    let counts = club.result.manifest.counts
    #expect(counts.read == 10 && counts.items == 7 && counts.quarantined == 1)
    #expect(counts.withheld == ["identical copy": 2])
    #expect(club.quarantine.first?["reason"]?.string == "its date is not one: xxxx")
    #expect(club.quarantine.first?["place"]?.string == "club.mbox:165:1")
  }

  @Test func keepsWhatTheSenderWroteAndNoMore() {
    #expect(
      club.field("content", of: ann) == """
        Dear all,

        From here on I use colours. From 10:00 they fade.

        From the manual I learnt nothing. Write to [e-mail removed],
        [e-mail removed] or call [phone removed]; my machine is [IP removed].

        Best regards,
        """)
    #expect(
      club.field("content", of: bob) == """
        Schöne Grüße sagt man so, but € 5 is wrong.

        They do not.
        """)
    #expect(club.field("content", of: cat) == "I like red & blue.")
    #expect(club.field("content", of: annAgain) == "Green is better; ask [e-mail removed].")
    #expect(titled("Meeting on Friday")?["content"]?.string == "See you there.")
    #expect(titled("Another matter")?["content"]?.string == "Café = latin 1, undeclared.")
  }

  @Test func writesNoCanary() {
    let text = club.text.lowercased()
    #expect(!text.contains("canary") && !text.contains("203.0.113") && !text.contains("7946"))
    #expect(!text.contains("b.example") && !text.contains("c@n@ry"))
  }

  @Test func readsTitlesWithoutTheListsName() {
    #expect(club.field("name", of: ann) == "Plotting with colours")
    #expect(club.field("name", of: bob) == "Re: Plotting with colours")
  }

  @Test func answersWhatTheHeaderNames() {
    #expect(club.field("inReplyTo", of: bob) == ann)
    #expect(club.field("inReplyTo", of: cat) == bob)
    for mail in [ann, bob, cat] { #expect(club.field("context", of: mail) == ann) }
    #expect(club.field("type", of: ann) == "post" && club.field("type", of: cat) == "reply")
    #expect(club.list("derived", of: cat) == ["channel"])
  }

  /// No reference, but the subject of a thread and a quotation of Cat's.
  @Test func derivesWhatIsAnsweredFromSubjectAndQuotation() {
    #expect(club.field("inReplyTo", of: annAgain) == cat)
    #expect(club.field("context", of: annAgain) == ann)
    #expect(
      club.list("derived", of: annAgain) == ["channel", "context", "inReplyTo", "published"])
  }

  @Test func takesTheMailboxesDateForOneThatCannotBe() {
    #expect(club.field("published", of: annAgain) == "2015-03-04T09:00:00Z")
    #expect(club.field("published", of: ann) == "2015-03-02T10:00:00Z")
    #expect(titled("Meeting on Friday")?["published"]?.string == "2015-03-05T09:00:00Z")
  }

  @Test func knowsPeopleByTheirAddressHoweverHidden() {
    #expect(club.field("attributedTo", of: annAgain) == member("ann@canary-host.example"))
    #expect(club.field("attributedTo", of: ann) == member("ann@canary-host.example"))
    #expect(club.members[member("bob@b.example")]?["role"]?.string == "staff")
    #expect(club.members.count == 5)
  }

  @Test func makesAnIDWhereThereIsNoneOrItIsAnothers() {
    #expect(
      titled("Meeting on Friday")?["derived"]?.array?.compactMap(\.string) == ["channel", "id"])
    #expect(titled("Another matter")?["derived"]?.array?.compactMap(\.string) == ["channel", "id"])
    #expect(titled("Another matter")?["url"]?.string == "https://lists.example/club/6")
    #expect(club.result.manifest.measurable.urls && club.result.manifest.measurable.threads)
  }

  @Test func readsMaildirAndItsList() {
    #expect(club.field("content", of: maildir) == "A mail of its own.")
    #expect(club.field("channel", of: maildir) == "club.lists.example")
    #expect(club.channels["club.lists.example"]?["name"]?.string == "club")
    #expect(club.channels["club"]?["name"]?.string == "club")
  }

  @Test func isRecognised() throws {
    #expect(try importingFixture("mbox", as: "auto").result.manifest.platform == "mbox")
  }

  @Test func importsTheSameTwice() throws {
    let again = try importingFixture("mbox", as: "mbox") { $0.staff = ["bob@b.example"] }
    #expect(again.text == club.text)
  }
}

/// Mailboxes that are damaged or meant to harm.
struct HostileMailTests {
  private func mailbox(_ parts: [String]) -> String {
    parts.map { "From a@b.example Mon Mar  2 10:00:05 2015\n\($0)\n\n" }.joined()
  }

  private func mail(_ number: Int, _ more: String = "") -> String {
    "From: a\(number)@b.example\nDate: Mon, 2 Mar 2015 09:00:00 +0000\nMessage-ID: <\(number)@b.example>\n\(more)\ntext \(number)\n"
  }

  @Test(arguments: [
    ("Subject: no date\n\nx", "its date is not one"),
    ("just words\n\nx", "it has no header of a mail"),
  ])
  func quarantinesOneMail(bad: String, reason: String) throws {
    var box = mailbox([mail(1), bad, mail(2)])
    box = box.replacing(
      "From a@b.example Mon Mar  2 10:00:05 2015\nSubject",
      with: "From a@b.example at 1:00\nSubject")
    if bad.hasPrefix("just") {
      let imported = try importing(["a.mbox": "\(box)"], as: "mbox")
      // Words behind a `From ` line that no header follows belong to the mail before.
      #expect(imported.items.count == 2)
      return
    }
    let imported = try importing(["a.mbox": box], as: "mbox")
    #expect(imported.items.count == 2)
    #expect(imported.quarantine.map { $0["reason"]?.string } == [reason])
    #expect(imported.result.manifest.counts.addUp)
  }

  @Test(arguments: [
    ("X-No-Archive: Yes", true), ("x-no-archive: yes", true), ("Archive: no", true),
    ("X-No-Archive:\n yes", true), ("X-No-Archive: \"yes\"", true),
    ("X-No-Archive: no", false), ("Archive: yes", false), ("Archived-At: no", false),
  ])
  func withholdsWhatIsNotToBeArchived(header: String, isWithheld: Bool) throws {
    let list = try importing(
      ["a.mbox": mailbox([mail(1, "\(header)\n"), mail(2)])], as: "mbox")
    #expect(
      list.counts.withheld == (isWithheld ? ["its sender asked not to be archived": 1] : [:]))
    #expect(list.counts.items == (isWithheld ? 1 : 2) && list.counts.addUp)
    #expect(list.text.contains("text 1") != isWithheld)
  }

  /// Some programs leave out the empty line between mails; others begin a mail with two such lines.
  @Test(arguments: [
    ("From a@b.example Mon Mar  2 10:00:05 2015\n", 2),
    ("From a@b.example  Mon Mar  2 10:00:05 2015 +0100\r\n", 2),
    ("From a at b.example  Mon Mar  2 10:00:05 CET 2015\n", 2),
    ("From all I know of Mon Mar 2 10:00 this is\n", 1),
    ("From here 10:00:05 2015\n", 1), (">From a@b.example Mon Mar  2 10:00:05 2015\n", 1),
  ])
  func beginsAMailBehindALineOnlyByAFullDate(line: String, count: Int) throws {
    let first = "From a@b.example Mon Mar  2 10:00:05 2015\n"
    for head in [first, first + first] {
      let imported = try importing(["a.mbox": head + mail(1) + line + mail(2)], as: "mbox")
      #expect(imported.items.count == count && imported.quarantine.isEmpty)
    }
  }

  @Test func passesOverAMailThatIsTooLong() throws {
    let line = [UInt8](repeating: UInt8(ascii: "x"), count: 33 << 20)
    let box = Array(mailbox([mail(1), mail(2)]).dropLast().utf8) + line + "\n\n".utf8
    let imported = try importing(["a.mbox": box + mailbox([mail(3)]).utf8], as: "mbox")
    #expect(imported.items.count == 2)
    let reason = imported.quarantine.first?["reason"]?.string
    #expect(reason?.hasPrefix("a mail is longer than 32 MiB: ") == true)
    #expect(imported.result.manifest.counts.read == 3)
  }

  @Test func survivesDeepAndBrokenMultiparts() throws {
    var deep = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b0\n"
    for level in 0..<2_000 {
      deep += "\n--b\(level)\nContent-Type: multipart/mixed; boundary=b\(level + 1)\n"
    }
    let cut = "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=\"\n"
    let odd =
      "MIME-Version: 1.0\nContent-Type: text/plain; charset=no-such\nContent-Transfer-Encoding: base64\n"
    let imported = try importing(
      ["a.mbox": mailbox([mail(1, deep), mail(2, cut), mail(3, odd), mail(4)])], as: "mbox")
    #expect(imported.items.count == 4)
  }

  @Test func breaksCirclesOfAnswers() throws {
    let imported = try importing(
      [
        "a.mbox": mailbox([
          mail(1, "In-Reply-To: <2@b.example>\n"), mail(2, "In-Reply-To: <1@b.example>\n"),
          mail(3, "In-Reply-To: <3@b.example>\n"),
        ])
      ], as: "mbox")
    #expect(imported.items.count == 3)
    let itself = imported.items.values.first { $0["content"]?.string == "text 3" }
    #expect(itself?["inReplyTo"] == nil)
  }

  @Test func readsATruncatedMailbox() throws {
    let box = mailbox([mail(1), mail(2)])
    for length in stride(from: 60, to: box.utf8.count, by: 7) {
      let imported = try? importing(["a.mbox": Array(box.utf8.prefix(length))], as: "mbox")
      #expect(imported?.result.manifest.counts.addUp != false)
    }
  }

  /// Eight times the lines or mails take about eight times as long.
  @Test(arguments: [(1, 4_000), (500, 1)])
  func costsNoMoreForManyAlike(mails: Int, lines: Int) throws {
    let names = ["Ann", "Ben", "Cyd", "Dora", "Eve", "Fay", "Gus", "Hal", "Ida", "Joe"]
    func box(_ times: Int) -> String {
      mailbox(
        (0..<(mails == 1 ? 1 : mails * times)).map { number in
          let digits = String(number).map { names[$0.wholeNumberValue ?? 0] }.joined(separator: " ")
          let quoted = String(repeating: "On 1 x wrote:\n", count: mails == 1 ? lines * times : 1)
          return "From: \(digits) <a\(number)@b.example>\nDate: Mon, 2 Mar 2015 09:00:00 +0000\n"
            + "Subject: Re: x\nMessage-ID: <\(number)@b.example>\n\n\(quoted)> y\n\ntext\n"
        })
    }
    func time(_ times: Int) throws -> Duration {
      let box = box(times)
      return try processorTime { _ = try importing(["a.mbox": box], as: "mbox") }
    }
    let (few, many) = (try time(1), try time(8))
    #expect(many < few * 24, "\(few) for few, \(many) for eight times as many")
  }
}

/// Which mail an answer without references belongs to, by its subject.
struct MailAnswersTests {
  private struct Mail {
    var sender: Int
    var quoted: String?
    /// Minutes since the first.
    var time: Int
  }

  private static let names = ["Ann Lee", "Ben Orr", "Cyd", "Dora Lee", ""]

  private static let mails: [Mail] = {
    var time = 0
    return (0..<90).map { number in
      time += number % 11 == 10 ? 70 * 1_440 : number % 4 * 1_440 + 7
      let name = names[number * 3 % 5]
      return Mail(
        sender: number * number % 7 % 5, quoted: number % 3 == 0 && !name.isEmpty ? name : nil,
        time: time)
    }
  }()

  /// The newest of the last 60 days by whom it quotes, else by another, else the newest.
  private static func answered(by number: Int) -> Int? {
    let mail = mails[number]
    let earlier = (0..<number).reversed().filter { mail.time - mails[$0].time <= 60 * 1_440 }
    let line = mail.quoted.map { "on 2 march, \($0.lowercased()) wrote:" }
    let quoted = earlier.first { other in
      let words = names[mails[other].sender].lowercased().split(separator: " ")
      return !words.isEmpty && words.allSatisfy { line?.contains($0) ?? false }
    }
    return quoted ?? earlier.first { mails[$0].sender != mail.sender } ?? earlier.first
  }

  private static func text(_ number: Int) -> String {
    let mail = mails[number]
    let day = CalendarDay(daysSinceEpoch: 16_000 + mail.time / 1_440).civil
    let months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(separator: " ")
    let clock = "\(padded(mail.time % 1_440 / 60, 2)):\(padded(mail.time % 60, 2))"
    let quotation = mail.quoted.map { "On 2 March, \($0) wrote:\n> y\n\n" } ?? ""
    return "From a@b.example Mon Mar  2 10:00:05 2015\n"
      + "From: \(names[mail.sender]) <a\(mail.sender)@b.example>\n"
      + "Date: \(day.day) \(months[day.month - 1]) \(day.year) \(clock) +0000\n"
      + "Subject: \(number == 0 ? "" : "Re: ")x\nMessage-ID: <\(number)@b.example>\n\n"
      + "\(quotation)text \(number)\n\n"
  }

  @Test func answersTheNewestMailThatFits() throws {
    let texts = MailAnswersTests.mails.indices.map(MailAnswersTests.text)
    let list = try importing(["a.mbox": texts.joined()], as: "mbox")
    #expect(list.items.count == texts.count)
    let numbers = list.items.mapValues { $0["content"]?.string ?? "" }
    for (id, text) in numbers {
      let number = try #require(Int(text.dropFirst("text ".count)))
      let answered = number == 0 ? nil : MailAnswersTests.answered(by: number)
      let found = list.field("inReplyTo", of: id).flatMap { numbers[$0] }
      #expect(found == answered.map { "text \($0)" }, "mail \(number)")
    }
  }
}

/// What of a mail names whom it answers.
struct MailQuotationTests {
  private func words(_ body: String) throws -> String? {
    let mail = """
      From: Ben <ben@b.example>
      Date: Mon, 2 Mar 2015 09:00:00 +0000
      Message-ID: <1@b.example>
      Content-Type: text/plain; charset=utf-8

      \(body)
      """
    return try importing(["a.eml": mail], as: "mbox").items.values.first?["content"]?.string
  }

  @Test(arguments: [
    "On 6 Jan 2020, Ann Canary wrote:", "Ann Canary <ann@a.example> 于2020年1月6日周一 10:00写道：",
    "пн, 6 янв. 2020 г. в 10:00, Ann Canary <ann@a.example>:",
    "пн, 6 янв. 2020 г. в 10:00, Ann Canary\n<ann7@a.example>:",
    "06.01.2020 10:00, Ann Canary пишет:", "2020年1月6日(月) 10:00 Ann Canary <ann@a.example>:",
    "2020/1/6 Ann Canary <ann at a.example>:", "6 Oca 2020 Ann Canary yazdı:",
    "Ann Canary wrote:", "On 6 Jan 2020, Ann Canary\n<ann@a.example>\nwrote:",
    "2020-01-06 10:00 GMT+02:00 Ann Canary\nof Canary wrote:", "Ann Canary\n<ann@a.example> wrote:",
  ])
  func leavesOutWhoIsQuoted(introduction: String) throws {
    #expect(try words("hi\n\n\(introduction)\n\n> yes\n\nbye") == "hi\n\nbye")
  }

  /// What stands above an introduction without a date, in the same paragraph, is the sender's.
  @Test(arguments: [
    "I agree with that.\nI do not like the other", "In short I agree\nand so does Ben", "Hi Ann,",
  ])
  func keepsTheLinesAboveAnIntroduction(lines: String) throws {
    #expect(try words("\(lines)\nAnn Canary wrote:\n> yes\n\nbye") == "\(lines)\n\nbye")
  }

  @Test(arguments: [
    "As I said it is done like this one", "Version 2 does this:", "Run <make> 3 times:",
    "Mail <ann@a.example> says", "Он пишет:",
  ])
  func keepsOtherLinesAboveAQuotation(line: String) throws {
    let kept = Minimisation.minimised(line.utf8)
    #expect(try words("hi\n\n\(line)\n> yes\n\nbye") == "hi\n\n\(kept)\n\nbye")
  }

  @Test(arguments: [
    "From: Ann Canary\nSent: Monday\nTo: Ben", "От: Ann Canary\nОтправлено: 6 января\nКому: Ben",
    "发件人： Ann Canary\n发送时间： 2020年1月6日\n收件人： Ben", "Od: Ann Canary\nWysłano: 6\nDo: Ben",
  ])
  func leavesOutACopiedMail(header: String) throws {
    #expect(try words("hi\n\n\(header)\n\nold words") == "hi")
  }
}

/// Who wrote a mail that a list sends on under its own address.
struct MailAuthorTests {
  private static let list = "List-Id: Club <club.lists.example.org>"

  @Test(arguments: [
    (
      "From: Ann Lee via club <club@lists.example.org>\nReply-To: Ann <ann@a.example>",
      "ann@a.example"
    ),
    (
      "From: Ann Lee via club <club@lists.example.org>\nX-Original-From: Ann <ann@a.example>",
      "ann@a.example"
    ),
    (
      "From: Ann Lee via club <club@lists.example.org>\n"
        + "Reply-To: Club <club@lists.example.org>, \"Lee, Ann\" <ann@a.example>\n\(list)",
      "ann@a.example"
    ),
    ("From: 'Ann Lee' via club <club@lists.example.org>\n\(list)", "ann lee"),
    ("From: =?utf-8?q?Ann_L=C3=A9e_via_club?= <club@lists.example.org>", "ann lée"),
    (
      "From: Club <club@lists.example.org>\nList-Post: <mailto:club@lists.example.org>\n"
        + "Reply-To: ann@a.example", "ann@a.example"
    ),
    // A sender's own address stays, whatever answers are asked to go to.
    ("From: Ann <ann@a.example>\nReply-To: club@lists.example.org\n\(list)", "ann@a.example"),
    ("From: Ann <ann@a.example>\nReply-To: home@a.example\n\(list)", "ann@a.example"),
  ])
  func findsTheSender(header: String, handle: String) throws {
    let mail = "\(header)\nDate: Mon, 2 Mar 2015 09:00:00 +0000\nMessage-ID: <1@x>\n\nhi\n"
    let list = try importing(["a.eml": mail], as: "mbox")
    let author = try #require(list.items.values.first?["attributedTo"]?.string)
    let pseudonyms = Pseudonyms(key: .demo, platform: "mbox", origin: seOrigin)
    #expect(author == pseudonyms.memberID(of: handle))
  }
}
