internal import Basics

extension OpenWebRule {
  /// O6: every figure has its data and a licence.
  static let figureData = OpenWebRule(
    id: "O6", title: "every figure has its data and a licence",
    codes: [OpenWebCodes.bareFigure, OpenWebCodes.missingData]
  ) { inspection in
    guard inspection.page.syntax == .html,
      let first = inspection.startTags({ $0 == .figure }).first?.index
    else { return }
    var open: [Figure] = []
    var next = inspection.addresses.firstIndex { $0.token >= first } ?? inspection.addresses.count
    for index in first..<inspection.page.tokens.count {
      let token = inspection.page.tokens[index]
      while next < inspection.addresses.count, inspection.addresses[next].token == index {
        if let last = open.indices.last { open[last].take(next, &inspection) }
        next += 1
      }
      guard token.element == .figure else { continue }
      if token.kind == .startTag {
        open.append(Figure(token, inspection.page))
      } else if let figure = open.popLast() {
        figure.report(to: &inspection)
      }
    }
    for figure in open { figure.report(to: &inspection) }
  }
}

/// A figure whose end has not come yet, and what it links to so far.
private struct Figure {
  private let token: PageToken
  /// Of the class `fig`: others hold quotes and the like.
  private let isOurs: Bool
  private var hasTable = false
  private var hasJSON = false
  private var hasLicence = false

  init(_ token: PageToken, _ page: BuiltPage) {
    self.token = token
    isOurs = page.has(.class, of: token, word: "fig")
  }

  mutating func take(_ number: Int, _ inspection: inout Inspection) {
    let address = inspection.addresses[number]
    guard isOurs, address.role == .link else { return }
    let tag = inspection.page.tokens[address.token]
    if inspection.page.has(.rel, of: tag, word: "license") { hasLicence = true }
    guard address.target == .site, address.form != .other else { return }
    inspection.figureData.insert(number)
    if address.form == .csv { hasTable = true } else { hasJSON = true }
  }

  func report(to inspection: inout Inspection) {
    guard isOurs else { return }
    let missing = [
      hasTable ? nil : "CSV", hasJSON ? nil : "JSON", hasLicence ? nil : "licence",
    ].compactMap { $0 }
    guard !missing.isEmpty else { return }
    let name = inspection.page.value(.id, of: token).map { " `#\($0)`" } ?? ""
    let page = name.isEmpty ? "" : " of `\(inspection.path)`"
    inspection.report(
      OpenWebCodes.bareFigure,
      "figure\(name)\(page) links to no \(missing.joined(separator: ", no "))", at: token.range,
      fix: "link to the data as CSV and as JSON, and to the licence with `rel=\"license\"`")
  }
}
