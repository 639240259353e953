internal import Basics
internal import LinkDirectory
internal import Templating

/// The forms in which a brief travels.
package enum BriefForm: String, CaseIterable, Sendable {
  /// One file to read or print, which loads nothing.
  case html
  /// Plain text of 72 columns.
  case txt
  /// A mail as a draft, with text and HTML.
  case eml
}

/// Writes a brief in the forms in which it travels. They lead to whole addresses alone: a file that is
/// handed on would take relative ones to nowhere.
struct BriefWriter: Sendable {
  let brief: Brief
  let renderer: PageRenderer

  init(_ brief: Brief, _ renderer: PageRenderer) {
    self.brief = brief
    self.renderer = renderer
  }

  private var plan: SitePlan { renderer.plan }

  func bytes(_ form: BriefForm, to readers: [Mailbox]) throws(TemplateError) -> [UInt8] {
    switch form {
    case .html: return try file()
    case .txt: return text
    case .eml: return try mail(to: readers)
    }
  }

  // MARK: One file

  private func file() throws(TemplateError) -> [UInt8] {
    let page = BriefFile(site: renderer.site, brief: body)
    let file = masked(try renderer.templates.render(BriefFile.template, page.value), .html)
    return StylePolicy(of: file).sealed(file)
  }

  private var body: BriefBody {
    let base = plan.settings.baseURL
    let link = BriefLink.page(SiteRoutes.brief(brief.name))
    // On paper a link is what it says.
    let report = link.text(below: base).map { address in
      BriefItem(title: plan.wording(.fullReport), note: address, link: link)
    }
    return BriefBody(
      brief, mostConversations: brief.limits.conversations, report: report
    ) { $0.text(below: base).flatMap { SafeURL($0) } }
  }

  // MARK: Text

  private var text: [UInt8] {
    masked(Array(BriefText(brief, plan).text.utf8), .txt)
  }

  // MARK: Mail

  private func mail(to readers: [Mailbox]) throws(TemplateError) -> [UInt8] {
    let page = BriefMail(site: renderer.site, brief: body)
    let html = try renderer.templates.render(BriefMail.template, page.value)
    var mail = DraftMail(
      // The day and not the second, so that a site that is built again is not another one.
      subject: plan.consent.mask.masked(subject), date: Timestamp(plan.asOf.day),
      text: text, html: masked(html, .html))
    mail.readers = readers
    mail.language = plan.settings.language.value
    mail.sender = plan.settings.organisation
    if case .mail(let address) = plan.settings.contact { mail.senderAddress = address }
    mail.host = plan.settings.baseURL.map { Punycode.ascii(host: $0.host) }
    return mail.bytes
  }

  private var subject: String { "\(brief.heading): \(brief.claim.title)" }

  /// Without the names that may not be told. Here and not only where files are written, since a mail's
  /// encoding would hide them there.
  private func masked(_ bytes: [UInt8], _ form: BriefForm) -> [UInt8] {
    let path = SiteRoutes.beside(SiteRoutes.brief(brief.name), form.fileName)
    // What cannot be freed of a name is not sent.
    return plan.consent.mask.masked(OutputFile(path: path, bytes: bytes))?.bytes ?? []
  }
}
