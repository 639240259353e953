import Basics
import CommunityData
import Importers
import JSONText
import Testing

/// Whether an export shows who is staff, by the names that the community's file gives.
struct StaffTests {
  private static func table(_ authors: [String]) -> String {
    let rows = authors.enumerated().map { "\($0.offset),2018-01-01T00:00:00Z,\($0.element)\n" }
    return "id,published,attributedTo\n" + rows.joined()
  }

  @Test(
    arguments: [
      (["ann"], true, nil), ([], false, nil), (["Ann"], true, nil),
      (["bob"], false, "nobody in the export is called `bob`, as the staff is"),
      (["bob", "ann", "al"], true, "nobody in the export is called `al`, `bob`, as the staff is"),
      // The other way round it is somebody else's name.
      (["cy"], false, "nobody in the export is called `cy`, as the staff is"),
    ] as [([String], Bool, String?)])
  func tellsRolesWhereANameIsSomebodys(staff: [String], roles: Bool, warning: String?) throws {
    let table = try importing(["t.csv": StaffTests.table(["ann", "Cy"])], as: "csv") {
      $0.staff = Set(staff)
    }
    #expect(table.result.manifest.measurable.roles == roles)
    #expect(table.members.values.contains { $0["role"]?.string == "staff" } == roles)
    #expect(table.result.diagnostics.map(\.message) == [warning].compactMap(\.self))
    #expect(table.result.diagnostics.allSatisfy { $0.code.id == "I016" })
  }

  @Test func knowsMailInAnyCase() throws {
    let list = try importingFixture("mbox", as: "mbox") { $0.staff = ["Bob@B.example"] }
    #expect(list.members.values.count { $0["role"]?.string == "staff" } == 1)
    #expect(list.result.manifest.measurable.roles)
  }
}
