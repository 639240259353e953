internal import Basics
internal import OpenWeb
internal import SiteBuild

extension SiteReading {
  /// What reading and building found together. Where something could not be read, pages lack it, and
  /// the rules of the open web would tell of the same cause once more.
  func findings(with built: [Diagnostic]) -> [Diagnostic] {
    let ofPages = diagnostics.hasErrors ? OpenWebCodes.all : []
    return (diagnostics + built.filter { !ofPages.contains($0.code) }).sortedByPlace()
  }
}
