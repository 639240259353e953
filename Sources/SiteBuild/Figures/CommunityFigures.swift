internal import Basics
internal import Measures

/// The figures of one community's page, numbered in the order in which they are added.
struct CommunityFigures {
  let maker: FigureMaker
  let community: PublishedCommunity
  private(set) var figures: [Figure] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ maker: FigureMaker, of community: PublishedCommunity) {
    self.maker = maker
    self.community = community
  }

  /// What a section shows: lines first, then tables; what cannot be shown is left out.
  mutating func section(
    lines: [StandardFigure], tables: [TableFigure] = []
  ) -> [Figure] {
    let start = figures.count
    for line in lines { add(line) }
    for table in tables {
      if let figure = table.make(maker, community, figures.count + 1) { figures.append(figure) }
    }
    return Array(figures[start...])
  }

  private mutating func add(_ kind: StandardFigure) {
    do throws(FigureFault) {
      let figure = try maker.figure(kind, of: community, number: figures.count + 1)
      if let figure { figures.append(figure) }
    } catch {
      diagnostics.append(Diagnostic(SiteBuildCodes.badComponent, error.message, fix: error.fix))
    }
  }
}

/// The figures of a community's page that are tables or rows.
enum TableFigure {
  case rhythm, waits, promptness, sources, matrix, retention

  func make(_ maker: FigureMaker, _ community: PublishedCommunity, _ number: Int) -> Figure? {
    switch self {
    case .rhythm: maker.rhythm(of: community, number: number)
    case .waits: maker.waits(of: community, number: number)
    case .promptness: maker.promptness(of: community, number: number)
    case .sources: maker.sources(of: community, number: number)
    case .matrix: maker.matrix(of: community, number: number)
    case .retention: maker.retention(of: community, number: number)
    }
  }
}
