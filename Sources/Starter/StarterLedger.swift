internal import Basics
internal import LinkDirectory

/// The consent ledger of a first site: the invented forum says yes to a link and to its name for a
/// year, by the file that a real one would put up.
struct StarterLedger {
  let answers: StarterAnswers
  let today: CalendarDay

  /// Enters the event as `meadow consent grant` would: checked, chained, with its evidence.
  func write(into site: any FileSystem) throws(StarterRefusal) {
    let notice = ConsentNotice(
      version: 1, language: "en",
      bytes: Array(
        NoticeText.standard(
          organisation: answers.organisation.text, title: answers.title.text
        ).utf8))
    do {
      try site.write(notice.bytes, to: try starterPath("consent/notices/\(notice.fileName)"))
      _ = try enter(entry(agreeingTo: notice), in: site)
    } catch let error as FileError {
      throw .disk(error)
    } catch EntryRefusal.disk(let error) {
      throw .disk(error)
    } catch EntryRefusal.findings(let found) {
      throw .findings(found)
    } catch let error as StarterRefusal {
      throw error
    } catch {
      throw .disk(FileError("write", LedgerFile.path, reason: "\(error)"))
    }
  }

  private func entry(agreeingTo notice: ConsentNotice) throws(StarterRefusal) -> ConsentEntry {
    guard let place = WebAddress(StarterNames.origin + "/"),
      let subject = ConsentSubject(StarterNames.subject)
    else { throw .disk(FileError("name", StarterNames.origin, reason: "no address")) }
    let now = Timestamp(today)
    var event = ConsentEvent(.grant, id: StarterLedger.id, subject: subject, at: now)
    event.place = place
    event.scopes = [.link, .name]
    event.purpose = .directory
    event.role = .moderator
    event.method = .wellKnown
    event.standing = .file
    event.notice = notice.reference
    event.expires = Timestamp(today.adding(days: ConsentEvent.longestDays))
    return ConsentEntry(event, proof: proof(of: event, at: place, notice))
  }

  private func proof(
    of event: ConsentEvent, at place: WebAddress, _ notice: ConsentNotice
  ) -> ConsentEntry.Proof {
    var terms = ConsentTerms(
      target: place.text, scopes: event.scopes, notice: notice.reference.sha256,
      expires: event.expires ?? event.at)
    terms.granted = event.at
    terms.canonical = ConsentStatement.wellKnownAddress(of: place)
    let text = "# Sample data: this forum is invented.\n" + ConsentStatement.text(terms)
    return ConsentEntry.Proof(
      bytes: Array(text.utf8), url: terms.canonical, captured: event.at)
  }

  private static let id = "01K4PYP080HHXW8B024YRWRWCX"
}
