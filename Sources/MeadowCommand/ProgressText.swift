internal import Basics
package import SiteBuild

/// What is shown of a command that takes longer than a second.
package enum ProgressText {
  /// `[#####...............] 25%  1,200 records, 600 a second`
  package static func records(_ records: Int, percent: Int, seconds: Int) -> String {
    "\(bar(percent)) \(percent)%  \(numberText(records)) records, "
      + "\(numberText(records / max(1, seconds))) a second"
  }

  /// `[########............] rendering, 4 s`; how far a build is by the phases that are behind it.
  package static func phase(_ phase: BuildPhase, seconds: Int) -> String {
    let all = BuildPhase.allCases
    let done = (all.firstIndex(of: phase) ?? 0) * 100 / all.count
    return "\(bar(done)) \(phase.rawValue), \(seconds) s"
  }

  private static func bar(_ percent: Int) -> String {
    let filled = percent / 5
    return "[" + String(repeating: "#", count: filled) + String(repeating: ".", count: 20 - filled)
      + "]"
  }
}
