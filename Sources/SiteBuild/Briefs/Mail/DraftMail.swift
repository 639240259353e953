internal import Basics
internal import LinkDirectory

/// A mail that nobody has sent yet: mail programs open it ready to be written on (`X-Unsent`).
///
/// Written here and not by a library: it has two parts of text, and its bytes must be the same on
/// every machine.
struct DraftMail: Sendable {
  var subject: String
  var date: Timestamp
  var text: [UInt8]
  var html: [UInt8]
  var readers: [Mailbox] = []
  /// A BCP 47 tag.
  var language = "en"
  /// Who publishes, and their address where it is known; whoever sends the draft puts in their own.
  var sender = ""
  var senderAddress: String?
  /// The last part of the id, a host of the site's.
  var host: String?

  init(subject: String, date: Timestamp, text: [UInt8], html: [UInt8]) {
    self.subject = subject
    self.date = date
    self.text = text
    self.html = html
  }

  var bytes: [UInt8] {
    var mail = head.bytes + MailHeader.lineEnd
    mail += part("text/plain", text) + part("text/html", html)
    return mail + Array("--\(boundary)--".utf8) + MailHeader.lineEnd
  }

  private var head: MailHeader {
    var head = MailHeader()
    head.add("X-Unsent", plain: "1")
    if let address = senderAddress.flatMap({ try? Mailbox("\(quoted(sender)) <\($0)>") }) {
      head.add("From", mailboxes: [address])
    } else {
      head.add("From", emptyGroup: sender)
    }
    if !readers.isEmpty { head.add("To", mailboxes: readers) }
    head.add("Subject", text: subject)
    head.add("Date", plain: date.mailText)
    head.add("Message-ID", plain: "<\(digest.prefix(32))@\(host ?? "briefs.invalid")>")
    head.add("MIME-Version", plain: "1.0")
    head.add("Content-Language", plain: language)
    head.add("Content-Type", plain: "multipart/alternative; boundary=\"\(boundary)\"")
    return head
  }

  /// In a name, brackets would be taken for those of the address.
  private func quoted(_ name: String) -> String {
    "\"" + name.filter { $0 != "\"" && $0 != "<" && $0 != ">" } + "\""
  }

  /// The same mail has the same id wherever it is made.
  private var digest: String {
    let address = readers.map(\.address).joined(separator: ",")
    let parts = [
      Array(subject.utf8), Array(date.description.utf8), Array(address.utf8), text, html,
    ]
    return sha256Text(parts.joined(separator: [0]))
  }

  /// `=_` stands in no text that is quoted-printable.
  private var boundary: String { "=_\(digest.suffix(24))" }

  private func part(_ type: String, _ content: [UInt8]) -> [UInt8] {
    var head = MailHeader()
    head.add("Content-Type", plain: "\(type); charset=utf-8")
    head.add("Content-Transfer-Encoding", plain: "quoted-printable")
    return Array("--\(boundary)".utf8) + MailHeader.lineEnd + head.bytes + MailHeader.lineEnd
      + QuotedPrintable.encoded(content) + MailHeader.lineEnd
  }
}

extension Timestamp {
  /// `Tue, 10 Nov 2026 00:00:00 +0000` (RFC 5322, 3.3), in English whatever the language.
  var mailText: String {
    let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let (year, month, date) = day.civil
    let time = description.dropFirst(11).prefix(8)
    return "\(weekdays[day.isoWeekday - 1]), \(date) \(months[month - 1]) \(padded(year, 4)) "
      + "\(time) +0000"
  }
}
