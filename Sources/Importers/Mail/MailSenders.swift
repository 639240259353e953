/// Whose address is whose: archives hide addresses, in other ways in other years.
struct MailSenders: Sendable {
  /// Plain addresses by their hidden form; nil where several have the same.
  private var plain: [String: String?] = [:]

  mutating func note(_ sender: MailAddress) {
    if sender.isHidden { return }
    let hidden = MailAddress.hidden(sender.address)
    if let known = plain[hidden], known != sender.address {
      plain[hidden] = .some(nil)
    } else {
      plain[hidden] = sender.address
    }
  }

  /// What stands for the person: the plain address where the export holds it.
  func handle(_ sender: MailAddress) -> String {
    guard sender.isHidden, let known = plain[sender.address], let known else {
      return sender.address
    }
    return known
  }
}
