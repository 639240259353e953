internal import ArgumentParser
internal import Basics
internal import LinkDirectory

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Asks `ssh-keygen` whether a signature fits; the only program that Meadow ever starts here.
struct SignatureCheck {
  let site: String

  private static let principal = "signer"

  func holds(_ signed: SignedStatement) throws -> Bool {
    let disk = DiskFileSystem(root: site)
    let folder = try SitePath(".meadow/signature-\(getpid())")
    defer { try? disk.remove(folder) }
    let allowed =
      "\(SignatureCheck.principal) namespaces=\"\(SignedStatement.namespace)\" \(signed.key)\n"
    try disk.write(Array(signed.statement.utf8), to: folder.appending("statement"))
    try disk.write(Array(signed.signature.utf8), to: folder.appending("signature"))
    try disk.write(Array(allowed.utf8), to: folder.appending("allowed"))
    return try run(in: "\(site)/\(folder)") == 0
  }

  private func run(in folder: String) throws -> Int32 {
    let arguments = [
      "ssh-keygen", "-Y", "verify", "-f", "\(folder)/allowed", "-I", SignatureCheck.principal,
      "-n", SignedStatement.namespace, "-s", "\(folder)/signature",
    ]
    return try spawn(arguments, standardInput: "\(folder)/statement")
  }
}

/// Runs a program to its end with a file as its input and nowhere to write; its exit status.
private func spawn(_ arguments: [String], standardInput: String) throws -> Int32 {
  #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
  #else
    var actions = posix_spawn_file_actions_t()
  #endif
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 0, standardInput, O_RDONLY, 0)
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
  var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
  defer { for pointer in pointers { free(pointer) } }
  var child = pid_t()
  let status = posix_spawnp(&child, arguments[0], &actions, nil, &pointers, environ)
  guard status == 0 else {
    throw ValidationError(
      "`\(arguments[0])` could not be started (\(String(cString: strerror(status)))): "
        + "install OpenSSH 8.1 or newer")
  }
  var result: Int32 = 0
  while waitpid(child, &result, 0) < 0 {
    guard errno == EINTR else { throw ValidationError("`\(arguments[0])` got lost") }
  }
  let wasKilled = result & 0x7F != 0
  return wasKilled ? 128 : (result >> 8) & 0xFF
}
