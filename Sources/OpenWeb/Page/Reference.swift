/// What an address written in a page leads to.
enum Reference: Equatable {
  /// A file of the site; its path is in ``ReferenceReader/path``. The fragment is still encoded;
  /// nil: there is none.
  case site(fragment: [UInt8]?)
  /// A place in the same page, or the page itself.
  case samePage(fragment: [UInt8]?)
  /// Up and out of the site's folder.
  case outsideFolder
  /// Another site: `https://…`, `//…`; on the same host too, beside the site's folder.
  case otherSite
  /// `data:…`
  case data
  /// `javascript:…`, `vbscript:…`
  case script
  /// `mailto`, `tel`, `blob` …
  case otherScheme
}
