/// The header of another mail that a mail program copied above its text, in the languages of such
/// programs: it names who wrote and to whom.
enum MailCopiedHeader {
  private static let senders: [StaticString] = [
    "from:", "von:", "de:", "da:", "van:", "från:", "fra:", "od:", "От:", "Від:", "发件人:", "发件人：",
    "寄件者:", "寄件者：", "差出人:", "보낸 사람:",
  ]
  private static let times: [StaticString] = [
    "sent:", "date:", "gesendet:", "datum:", "envoyé", "enviado", "inviato:", "verzonden:", "data:",
    "dato:", "sendt:", "skickat:", "wysłano:", "odesláno:", "Отправлено:", "Дата:", "Надіслано:",
    "发送时间:", "发送时间：", "日期:", "日期：", "寄件日期:", "寄件日期：", "送信日時:", "日付:", "보낸 날짜:",
  ]
  private static let receivers: [StaticString] = [
    "to:", "subject:", "cc:", "an:", "betreff:", "objet", "para:", "asunto:", "a:", "aan:", "til:",
    "emne:", "till:", "ämne:", "do:", "temat:", "komu:", "Кому:", "Тема:", "收件人:", "收件人：", "主题:",
    "主题：", "收件者:", "收件者：", "主旨:", "主旨：", "宛先:", "件名:", "받는 사람:", "제목:",
  ]

  /// Whether the first line is a `From:`, with a `Sent:` or `Date:` and a `To:` or `Subject:` within
  /// the five below it.
  static func begins(_ lines: ArraySlice<ArraySlice<UInt8>>) -> Bool {
    guard let first = lines.first, MailLine.isHeader(first, senders) else { return false }
    let below = lines.dropFirst().prefix(5)
    return below.contains { MailLine.isHeader($0, times) }
      && below.contains { MailLine.isHeader($0, receivers) }
  }
}
