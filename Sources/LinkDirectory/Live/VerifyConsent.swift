package import Basics

/// What `meadow consent verify` finds in a book that could be read.
package struct ConsentVerification: Sendable {
  package var diagnostics: [Diagnostic]
  /// Whether something ends within the days that were asked about.
  package var endsSoon: Bool
}

extension ConsentBook {
  /// Holds every consent that nobody ended against its evidence, and looks for ends to come.
  package func verify(
    asOf moment: Timestamp, within days: Int
  ) throws(Diagnostic) -> ConsentVerification {
    let live = try live(asOf: moment)
    let endings = live.endingSoon(within: days)
    let found =
      live.ended.compactMap { fault($0) } + unfinishedErasures + strangers
      + endings.map { ending in
        Diagnostic(
          LinkDirectoryCodes.endsSoon,
          "`\(ending.subject)` ends on \(ending.ends.day): "
            + ending.scopes.map(\.rawValue).joined(separator: ", "),
          severity: .warning,
          fix: "ask again: `meadow consent notice --subject \(ending.subject)`")
      }
    return ConsentVerification(diagnostics: found, endsSoon: !endings.isEmpty)
  }

  private func fault(_ end: EndedConsent) -> Diagnostic? {
    guard case .evidence(let fault) = end.reason else { return nil }
    let code: DiagnosticCode
    if case .missing = fault {
      code = LinkDirectoryCodes.noEvidence
    } else {
      code = LinkDirectoryCodes.evidence
    }
    let line = ledger.events.last { $0.kind.isGiving && $0.keys.contains(end.key) }?.sequence ?? 1
    return Diagnostic(
      code, "`\(end.key.subject)` `\(end.key.scope.rawValue)`: \(fault)",
      at: SourceLocation(file: LedgerFile.path, line: line),
      fix: "bring the evidence back, or enter `meadow consent revoke \(end.key.subject)`")
  }

  /// Details go first and evidence after them, so an erasure that was interrupted may have left
  /// either.
  private var unfinishedErasures: [Diagnostic] {
    ledger.events.filter { $0.kind == .erase }.map(\.subject).compactMap { subject -> Diagnostic? in
      let remains: (what: String, file: String)
      if person(subject.description) != nil {
        remains = ("has details", LedgerFile.people)
      } else if let file = evidenceLeft(of: subject) {
        remains = ("has evidence in their own words", "\(LedgerFile.folder)/\(file)")
      } else {
        return nil
      }
      return Diagnostic(
        LinkDirectoryCodes.people, "`\(subject)` was erased and still \(remains.what)",
        at: SourceLocation(file: remains.file, line: 1), fix: "meadow consent erase \(subject)")
    }
  }

  private func evidenceLeft(of subject: ConsentSubject) -> String? {
    ledger.events.filter { $0.subject == subject }.compactMap { $0.evidence?.file }
      .first { evidence[$0] != nil }
  }

  /// People the ledger names and no file knows, who were not erased either.
  private var strangers: [Diagnostic] {
    let erased = Set(ledger.events.filter { $0.kind == .erase }.map(\.subject.description))
    let named = Set(ledger.events.compactMap(\.person)).subtracting(erased)
    return named.filter { person($0) == nil }.sorted().map { id in
      Diagnostic(
        LinkDirectoryCodes.people, "`\(id)` spoke for somebody, and no line tells who that is",
        at: SourceLocation(file: LedgerFile.people, line: 1), severity: .warning,
        fix: "bring the line back, or enter `meadow consent erase \(id)`")
    }
  }
}
