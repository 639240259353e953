/// An address in a page: what it is for and where it leads.
struct PageAddress: Sendable {
  enum Role: Sendable, Equatable {
    /// The reader follows it: `a`, `area`, `a` in SVG.
    case link
    /// A machine follows it, or nobody: `rel="canonical"`.
    case relation
    /// A `meta` sends the reader there.
    case refresh
    /// The browser loads it by itself.
    case load(Load)
    /// Where a form goes.
    case submit
    case ping
  }

  enum Load: Sendable {
    case image, style, script, frame, media, object
    /// What SVG draws or takes from elsewhere.
    case drawing
    /// `preload`, `prefetch`, `preconnect` …
    case hint
    case manifest
  }

  enum Target: Sendable {
    case site, samePage, outsideFolder, otherSite, data, script, otherScheme
  }

  /// What a `site` target is, by its name.
  enum FileForm: Sendable {
    case csv, json, other
  }

  var role: Role
  var target: Target
  /// Index of the tag it stands in.
  var token: Int
  /// The bytes it is written with.
  var range: Range<Int>
  /// Hash of the path of a `site` target.
  var path: UInt64 = 0
  /// Hash of the decoded fragment; nil where there is none that names a place.
  var fragment: UInt64?

  var form = FileForm.other

  var isLoad: Bool {
    if case .load = role { return true }
    return false
  }
}
