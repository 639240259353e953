package import Basics

/// How a build ended that was stopped by what it found.
package enum BuildFailure {
  /// `3 errors, 1 warning; nothing was published`
  package static func text(_ found: [Diagnostic], isStrict: Bool = false) -> String {
    let errors = found.count { $0.severity == .error }
    let warnings = found.count { $0.severity == .warning }
    let parts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
      .map { count, name in countText(count, name) }
    let strictly = errors == 0 && isStrict ? " with --strict" : ""
    return parts.joined(separator: ", ") + strictly + "; nothing was published"
  }
}
