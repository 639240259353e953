internal import Basics

/// What a rule found in one file; findings with equal words have one cause.
struct Finding: Sendable {
  var code: DiagnosticCode
  var severity = Severity.error
  var message: String
  var fix: String?
  /// The bytes it is about.
  var range: Range<Int>
}

/// A way from one file to another file of the site, judged when all files are known.
struct SiteLink: Sendable {
  enum Purpose: Sendable {
    case link, load, figureData
  }

  /// Hash of the target's path.
  var path: UInt64
  /// Hash of the place in it.
  var fragment: UInt64?
  var purpose: Purpose
  /// Which of the file's addresses it is: a site has millions of links, and where one stands is of
  /// interest only when it is broken.
  var address: Int32
}
