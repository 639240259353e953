internal import Basics
internal import LinkDirectory

/// Names of communities and people that may be taken for those of others.
enum LookalikeNames {
  static func findings(_ plan: SitePlan) -> [Diagnostic] {
    let communities = plan.communities.map { (name: $0.name, file: $0.file.path.text) }
    let places = (plan.directory?.places ?? []).map { place in
      (name: place.title, file: LedgerFile.path)
    }
    let people =
      plan.content.experts.map { (name: $0.head.title, file: $0.path.text) }
      + plan.content.reps.map { (name: $0.head.title, file: $0.path.text) }
    var seen: Set<String> = []
    return (communities + places + people).compactMap { name, file in
      guard seen.insert(name).inserted else { return nil }
      return finding(name, at: SourceLocation(file: file, line: 1))
    }
  }

  static func finding(_ name: String, at place: SourceLocation) -> Diagnostic? {
    guard let mixed = MixedAlphabets(in: name) else { return nil }
    return Diagnostic(
      SiteBuildCodes.lookalikeName,
      "`\(mixed.word)` has \(mixed.first.rawValue) and \(mixed.second.rawValue) letters, so it may be "
        + "taken for another name",
      at: place, severity: .warning, fix: "make sure that the name is theirs")
  }
}
