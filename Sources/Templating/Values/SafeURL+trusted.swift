extension SafeURL {
  /// The caller vouches that the address is relative or has an allowed scheme, because its own type
  /// checked that.
  package init(trusted text: String) {
    self.text = text
  }
}

extension AssetReference {
  /// The caller vouches that the path is a percent-encoded path within the site.
  package init(trusted path: String) {
    self.path = path
  }
}
