import Basics
import MeadowCommand
import Measures
import Testing

/// What fits on a terminal, from the program itself: the table of a site that `meadow new` began.
@Suite struct NewestRowsTests {
  private static func site(_ body: (VerbSite) throws -> Void) throws {
    try VerbSite.with(isSite: false) { place in
      let new = try place.run("new", "garden", "--title", "T", "--organisation", "O")
      #expect(new.status == 0, "\(new.errors)")
      try body(VerbSite(root: place.root + "/garden"))
    }
  }

  @Test func narrowsToAPeriodAndASegmentAndNamesTheNearest() throws {
    try Self.site { site in
      let whole = try site.run("measure", "--as", "csv").output.split(separator: "\n")
      let all = try site.run("measure", "--period", "all", "--as", "csv").output
        .split(separator: "\n")
      let wanted = whole.filter { row in
        row.split(separator: ",", omittingEmptySubsequences: false)[2] == "\"all\""
      }
      #expect(!wanted.isEmpty && all.dropFirst() == wanted[...])
      let wrong = try site.run("measure", "--segment", "starter=newcomr")
      #expect(wrong.status == 1 && wrong.errors.contains("did you mean `starter=newcomer`?"))
      let late = try site.run("measure", "--metric", "activity.items", "--period", "1999")
      #expect(late.status == 1 && late.errors.contains("no such period `1999`"))
      let table = try site.run(
        "measure", "--metric", "time_to_first_response.median", "--period", "all", "--segment",
        "all")
      let words = table.output.split(separator: "\n").last?.split(separator: " ") ?? []
      #expect(words.contains("h") || words.contains("d") || words.contains("min"))
    }
  }
}
