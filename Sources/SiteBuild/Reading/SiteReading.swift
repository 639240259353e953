package import Basics

/// What reading a site gave: the input where there is enough to go on, and all that is wrong.
package struct SiteReading: Sendable {
  package var input: SiteInput?
  package var diagnostics: [Diagnostic]
}
