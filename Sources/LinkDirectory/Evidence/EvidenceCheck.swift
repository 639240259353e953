internal import Basics

/// Why evidence does not carry an event.
package enum EvidenceFault: Error, Hashable, CustomStringConvertible {
  case missing(file: String)
  case differs(file: String)
  case says(file: String, TermsFault)

  package var description: String {
    switch self {
    case .missing(let file): "its evidence `\(file)` is missing"
    case .differs(let file): "its evidence `\(file)` has another checksum than the ledger says"
    case .says(let file, let fault): "its evidence `\(file)` does not prove it: \(fault)"
    }
  }
}

extension EvidenceReference {
  /// Holds captured bytes against what an event claims; nil bytes mean that there is no such file.
  func check(_ bytes: [UInt8]?, prove event: ConsentEvent) throws(EvidenceFault) {
    guard let bytes else { throw .missing(file: file) }
    guard sha256Text(bytes) == sha256 else { throw .differs(file: file) }
    do throws(TermsFault) {
      try terms(in: bytes, by: event.method).check(covers: event)
    } catch {
      throw .says(file: file, error)
    }
  }

  private func terms(
    in bytes: [UInt8], by method: ConsentMethod?
  ) throws(TermsFault) -> ConsentTerms {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .noSentence }
    switch method {
    case .wellKnown: return try ConsentStatement.read(text)
    case .signature:
      guard let signed = SignedStatement(evidence: text) else { throw .noSentence }
      return try ConsentStatement.read(signed.statement)
    case .post, .ownPost, .message: return try GrantSentence.find(in: text)
    case nil: throw .noSentence
    }
  }
}
