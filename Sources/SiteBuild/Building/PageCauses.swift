internal import Basics

/// Gathers what pages report, so that one cause in a template or a file gives one diagnostic however
/// many pages it spoils.
struct PageCauses {
  private struct Cause {
    var diagnostic: Diagnostic
    /// The first page it was found on, and how many there are.
    var page: String
    var pages = 1
  }

  private var causes: [Cause] = []
  private var indices: [Diagnostic: Int] = [:]

  /// Takes the findings of pages in the order of the plan; `page` is what the page is made from, or
  /// its address.
  mutating func add(_ found: [Diagnostic], on page: String) {
    for diagnostic in found {
      if let index = indices[diagnostic] {
        causes[index].pages += 1
      } else {
        indices[diagnostic] = causes.count
        causes.append(Cause(diagnostic: diagnostic, page: page))
      }
    }
  }

  /// `= rendering Content/insights/first-reply.md and 41 more`, where the place does not say it.
  var diagnostics: [Diagnostic] {
    causes.map { cause in
      var diagnostic = cause.diagnostic
      if cause.pages > 1 || diagnostic.location?.file != cause.page {
        let more = cause.pages > 1 ? " and \(cause.pages - 1) more" : ""
        diagnostic.notes.append("rendering \(cause.page)\(more)")
      }
      return diagnostic
    }
  }
}
