/// What was done about a criticism; what it means is printed above the ledger.
enum CriticismStatus: String, Sendable, CaseIterable {
  case heard, explained, changed, declined
}
