/// Where an address leads, in the site's own words.
struct AddressText: Sendable, Hashable {
  /// `insights/a.html`; empty for the same page.
  var path: String
  var fragment: String?
}
