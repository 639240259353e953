import Basics
import MeadowCommand
import Testing

@Suite struct DiagnosticTableTests {
  @Test func givesEachCodeOneMeaning() {
    let ids = DiagnosticTable.all.map(\.id)
    #expect(Set(ids).count == ids.count, "\(ids.filter { id in ids.count { $0 == id } > 1 })")
    #expect(ids.count > 50)
  }

  @Test func explainsEachCodeInASentence() {
    for code in DiagnosticTable.all {
      #expect(!code.title.isEmpty && code.explanation.hasSuffix("."), "\(code.id)")
    }
  }
}
