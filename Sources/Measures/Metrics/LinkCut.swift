/// What links are counted by.
enum LinkCut {
  case all
  case media(String)
  case domain(String)
  case page(String)

  /// Of each link one.
  static let mediaKinds = MediaAsset.Kind.allCases.map(\.rawValue) + ["unclassed"]

  /// Those that are there whatever was shared.
  static let always: [LinkCut] = [.all] + mediaKinds.map { .media($0) }

  /// The domains and then the pages among some segments.
  static func listed(_ segments: [Segment]) -> [LinkCut] {
    let pairs = segments.compactMap(\.pairs.first)
    return pairs.filter { $0.key == "domain" }.map { .domain($0.value) }
      + pairs.filter { $0.key == "page" }.map { .page($0.value) }
  }

  var segment: Segment {
    switch self {
    case .all: .all
    case .media(let kind): Segment("media", kind)
    case .domain(let domain): Segment("domain", domain)
    case .page(let page): Segment("page", page)
    }
  }

  var count: PeopleCell.Count {
    switch self {
    case .all: .linking
    case .media(let kind): .linkingMedia(kind)
    case .domain(let domain): .linkingTo(domain)
    case .page(let page): .linkingTo("page " + page)
    }
  }

  /// The kinds of media that its links can be; none for what is one kind itself.
  func kindsOfMedia(by classes: MediaClasses) -> [String] {
    switch self {
    case .all: LinkCut.mediaKinds
    case .media: []
    case .domain(let domain): classes.kinds(of: domain)
    case .page(let page): [classes.name(of: page)]
    }
  }

  var kinds: [Period.Kind] {
    switch self {
    case .all, .media: [.quarter, .year, .all]
    case .domain: [.year, .all]
    case .page: [.all]
    }
  }
}
