internal import ArgumentParser

/// What the shell is told.
enum ExitStatus: Int32 {
  case fine = 0
  /// The content, the data or the site has errors; nothing was published.
  case contentHasErrors = 1
  /// Nothing is wrong, and something will be: a consent ends soon.
  case endsSoon = 2
  case wrongUsage = 64
  /// There is nothing to be looked at, which is no good sign.
  case nothingThere = 66
  case outputRefused = 73
  case diskTrouble = 74

  var code: ExitCode { ExitCode(rawValue) }

  func leave() -> Never { Meadow.exit(withError: code) }
}
