#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Asks the desktop to show an address; where there is no desktop, nothing happens.
func openInBrowser(_ address: String) {
  #if canImport(Darwin)
    let program = "open"
  #else
    let program = "xdg-open"
  #endif
  let words = [program, address].map { (word: String) in strdup(word) }
  defer { for word in words { free(word) } }
  var child = pid_t()
  posix_spawnp(&child, program, nil, nil, words + [nil], environ)
}
