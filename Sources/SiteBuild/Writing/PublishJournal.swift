internal import Basics

/// The steps of a publication file by file. Once it is on disk the publication counts: whoever
/// finds it takes every step, again if need be.
struct PublishJournal: Equatable {
  enum Step: Equatable {
    case makeFolder(RawPath)
    /// Moves the staged file of that number to its path.
    case place(Int, RawPath)
    case removeFile(RawPath)
    case removeFolder(RawPath)
  }

  /// New files lie here under their numbers until they are moved: within the output folder, since
  /// that is sure to be on its disk.
  static let folder = RawPath(".meadow-next")
  static let file = folder.appending(RawPath("journal"))
  static let draft = folder.appending(RawPath("journal.draft"))
  private static let header = "meadow journal 1"

  var steps: [Step]

  /// What stands in the way of the new files goes first, all else that goes goes last, so that no
  /// page is missed while links still lead to it.
  init(_ plan: PublishPlan) {
    let new = Set(plan.files.map(\.path))
    let isInTheWay = { (path: RawPath) in
      plan.folders.contains(path) || new.contains(path)
        || path.folders.contains(where: new.contains)
    }
    let deepestFirst = plan.emptied.sorted { ($1.depth, $0) < ($0.depth, $1) }
    let removals =
      plan.removed.map { (path: $0, step: Step.removeFile($0)) }
      + deepestFirst.map { (path: $0, step: Step.removeFolder($0)) }
    let fresh = plan.folders.filter { plan.modes[$0] == nil }
    steps =
      removals.filter { isInTheWay($0.path) }.map(\.step)
      + fresh.sorted { ($0.depth, $0) < ($1.depth, $1) }.map { .makeFolder($0) }
      + plan.differing.enumerated().map { .place($0.offset, $0.element.path) }
      + removals.filter { !isInTheWay($0.path) }.map(\.step)
  }

  static func staged(_ number: Int) -> RawPath { folder.appending(RawPath(String(number))) }

  /// A header, a step a line, `end`: `place 0 tags/index.html`.
  var text: String {
    let lines = steps.map { step in
      switch step {
      case .makeFolder(let path): "make-folder \(path)"
      case .place(let number, let path): "place \(number) \(path)"
      case .removeFile(let path): "remove-file \(path)"
      case .removeFolder(let path): "remove-folder \(path)"
      }
    }
    return ([PublishJournal.header] + lines + ["end"]).joined(separator: "\n") + "\n"
  }

  /// Reads what ``text`` wrote.
  init(reading bytes: [UInt8], at place: String) throws(PublishError) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    guard lines.first == PublishJournal.header[...] else { throw .damaged(path: place, line: 1) }
    guard lines.last == "end" else { throw .damaged(path: place, line: lines.count) }
    steps = []
    for (index, line) in lines.enumerated().dropFirst().dropLast() {
      guard let step = Step(line) else { throw .damaged(path: place, line: index + 1) }
      steps.append(step)
    }
  }
}

extension PublishPlan {
  /// The files that have to be written.
  var differing: [PlannedFile] { files.filter { $0.state != .unchanged } }
}

extension PublishJournal.Step {
  fileprivate init?(_ line: Substring) {
    let words = line.split(separator: " ", maxSplits: 1)
    guard words.count == 2 else { return nil }
    switch words[0] {
    case "place":
      let rest = words[1].split(separator: " ", maxSplits: 1)
      guard rest.count == 2, let number = Int(rest[0]), number >= 0, let path = path(rest[1])
      else { return nil }
      self = .place(number, path)
    case "make-folder":
      guard let path = path(words[1]) else { return nil }
      self = .makeFolder(path)
    case "remove-file":
      guard let path = path(words[1]) else { return nil }
      self = .removeFile(path)
    case "remove-folder":
      guard let path = path(words[1]) else { return nil }
      self = .removeFolder(path)
    default:
      return nil
    }
  }
}

/// A path that cannot leave the output folder, or nil.
private func path(_ text: Substring) -> RawPath? {
  guard let path = try? SitePath(String(text)), path != .root else { return nil }
  return RawPath(path)
}
