internal import LinkDirectory
internal import Templating

/// Addresses that were checked when their types were made.
extension SafeURL {
  init(_ link: SourceLink) { self.init(trusted: link.address.text) }
  init(_ recommendation: Recommendation) { self.init(trusted: recommendation.address.text) }
  init(_ address: WebAddress) { self.init(trusted: address.text) }
  init(_ licence: ContentLicence) { self.init(trusted: licence.url) }
}

extension Link {
  init(_ licence: Licence) {
    self.init(title: licence.title, href: SafeURL(licence.address))
  }
}

extension SitePlan {
  var dataLicenceLink: Link? { settings.dataLicence.map { Link($0) } }
}
