internal import Basics

/// `1 error`, `3,204 records`: a number with the English word for what was counted.
package func countText(_ count: Int, _ one: String) -> String {
  "\(numberText(count)) \(count == 1 ? one : one + "s")"
}
