internal import CommunityData

private let mostListed = 50

/// The rows that link to each domain, page and kind of media, in the order of time.
struct LinkUses {
  private(set) var all: [Int] = []
  private(set) var byDomain: [(name: String, rows: [Int])] = []
  private(set) var byPage: [(name: String, rows: [Int])] = []
  private(set) var byMedia: [String: [Int]] = [:]

  init(_ frame: Frame) {
    let links = frame.links
    let media = MediaClasses(frame.inputs.media)
    let kinds = links.links.map { media.kind(of: $0)?.rawValue ?? "unclassed" }
    let (domains, domainOfPage) = LinkUses.domains(of: links.links)
    byPage = links.links.map { ($0.page, []) }
    byDomain = domains.map { ($0, []) }
    var index = 0
    while index < links.rows.count {
      let row = Int(links.rows[index])
      let first = index
      while index < links.rows.count, links.rows[index] == row { index += 1 }
      guard frame.rows.contains(row), frame.traits[row].contains(.counted) else { continue }
      let pages = links.pages[first..<index].map { Int($0) }
      all.append(row)
      for page in pages { byPage[page].rows.append(row) }
      for domain in Set(pages.map { domainOfPage[$0] }) { byDomain[domain].rows.append(row) }
      for kind in Set(pages.map { kinds[$0] }) { byMedia[kind, default: []].append(row) }
    }
  }

  private static func domains(of links: [SharedLink]) -> ([String], [Int]) {
    var numbers: [String: Int] = [:]
    var domains: [String] = []
    let ofPage = links.map { link -> Int in
      if let number = numbers[link.domain] { return number }
      numbers[link.domain] = domains.count
      domains.append(link.domain)
      return domains.count - 1
    }
    return (domains, ofPage)
  }

  /// Those that enough people shared, of most people first.
  func listed(_ uses: [(name: String, rows: [Int])], _ frame: Frame) -> [(String, [Int])] {
    // So few items cannot be by enough people.
    let many = uses.filter { $0.rows.count >= frame.threshold }
    let counted = many.map { (name: $0.name, rows: $0.rows, people: frame.people($0.rows)) }
    return counted.filter { $0.people >= frame.threshold }
      .sorted { ($1.people, $0.name) < ($0.people, $1.name) }
      .prefix(mostListed).map { ($0.name, $0.rows) }
  }
}
