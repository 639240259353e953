internal import Basics
internal import CommunityData

/// What the whole export tells about each of its mails.
struct MailContext {
  var lists: ChannelChoice
  private(set) var hasAddresses = false
  private(set) var needsLibrary = false
  private var senders = MailSenders()
  private var places: MailPlaces?
  private var threads = MailThreads()
  /// How often subjects begin with a name in brackets.
  private var tags: [String: Int] = [:]
  private var mails = 0
  /// The name in brackets that half of the subjects or more begin with.
  private var tag = ""

  init(lists: ChannelChoice) {
    self.lists = lists
  }

  mutating func note(_ mail: MailMessage) {
    mails += 1
    if let sender = mail.sender { senders.note(sender) }
    if let list = list(of: mail) { lists.note(list) }
    if mail.address != nil { hasAddresses = true }
    if mail.needsDecoding { needsLibrary = true }
    if let tag = MailSubject.listName(mail.subject) { tags[tag, default: 0] += 1 }
  }

  mutating func finish(_ threads: MailThreads) {
    self.threads = threads
    places = threads.places()
    if let (name, count) = tags.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      count * 2 >= mails
    {
      tag = name
    }
  }

  /// The mail as an item; its author becomes a member of `run`.
  func item(_ mail: MailMessage, _ run: inout ImportRun) -> Item {
    let (key, isKeyDerived) = threads.key(of: mail)
    let place = places?.place(of: key)
    let author = mail.sender.map { sender in
      run.memberID(of: senders.handle(sender), alsoCalled: mail.senderName)
    }
    var item = Item(
      id: key.id, type: place?.parent == nil ? .post : .reply, attributedTo: author,
      published: mail.published)
    let list = list(of: mail)
    item.channel = list?.id
    let subject = MailSubject.withoutListName(mail.subject, tag)
    if !subject.isEmpty { item.name = Minimisation.minimised(mail: Array(subject.utf8)) }
    item.inReplyTo = place?.parent?.id
    item.context = place?.root.id
    item.url = mail.address
    addBody(of: mail, to: &item)
    item.derived = derived(
      key: isKeyDerived, date: mail.isDateDerived, place: place?.isDerived == true,
      list: list != nil && mail.header["list-id"] == nil)
    return item
  }

  private func derived(key: Bool, date: Bool, place: Bool, list: Bool) -> [String] {
    [("channel", list), ("context", place), ("id", key), ("inReplyTo", place), ("published", date)]
      .filter(\.1).map(\.0)
  }

  private func addBody(of mail: MailMessage, to item: inout Item) {
    guard let words = mail.words else { return }
    let body = MailBody(words, sender: mail.senderName)
    if body.text.isEmpty { return }
    item.content = Minimisation.minimised(mail: body.text)
    item.mediaType = .plain
  }

  /// The list a mail was sent to: by its List-Id, or by the folder or name of its mailbox.
  func list(of mail: MailMessage) -> Channel? {
    if let value = mail.header["list-id"], let id = MailContext.listID(value) {
      let name = id.split(separator: ".").first.map(String.init) ?? id
      return Channel(id: id, name: name)
    }
    return MailContext.folder(of: mail.raw.record.file).map { Channel(id: $0, name: $0) }
  }

  /// `R developers <r-devel.r-project.org>` → `r-devel.r-project.org`
  static func listID(_ value: [UInt8]) -> String? {
    let open = value.lastIndex(of: 0x3C).map { $0 + 1 } ?? 0
    let id = value[open...].prefix { $0 != 0x3E && !isWhiteSpace($0) }
    let text = String(decoding: id, as: UTF8.self).lowercased()
    return text.isEmpty || text.contains("@") ? nil : text
  }

  /// `r-devel/2015q2.txt` → `r-devel`; a Maildir's own folders say nothing.
  private static func folder(of file: String) -> String? {
    let folders = file.split(separator: "/").dropLast().filter { !["cur", "new"].contains($0) }
    guard let name = folders.last ?? mailbox(file) else { return nil }
    let list = name.prefix { $0 != "@" }
    return list.isEmpty ? nil : list.lowercased()
  }

  /// `list@lists.example.org-2020-01.mbox` → `list`; a name that is a date says nothing.
  private static func mailbox(_ file: String) -> Substring? {
    guard file.contains("@") || file.hasSuffix(".mbox") else { return nil }
    let name = file.prefix { $0 != "@" && $0 != "." }
    return name.first?.isLetter == true ? name : nil
  }
}
