/// A statement with its signature and the key it was made with, as one evidence file: the statement
/// as it was signed, the armoured signature, then the line of the key.
package struct SignedStatement: Sendable, Hashable {
  package static let signatureStart = "-----BEGIN SSH SIGNATURE-----"
  package static let signatureEnd = "-----END SSH SIGNATURE-----"
  /// What `ssh-keygen -Y sign -n` was given; a signature for another purpose does not count.
  package static let namespace = "community-insights"

  package let statement: String
  package let signature: String
  package let key: String

  /// nil when the signature is not armoured or the key is no line of an OpenSSH public key.
  package init?(statement: String, signature: String, key: String) {
    let armour = trimmed(signature)
    let key = trimmed(key)
    let kinds = ["ssh-ed25519 ", "ecdsa-sha2-nistp", "sk-ssh-ed25519@openssh.com ", "ssh-rsa "]
    guard armour.hasPrefix(SignedStatement.signatureStart),
      armour.hasSuffix(SignedStatement.signatureEnd), !key.contains(where: \.isNewline),
      kinds.contains(where: key.hasPrefix), !statement.contains(SignedStatement.signatureStart)
    else { return nil }
    self.statement = statement
    self.signature = armour + "\n"
    self.key = key
  }

  /// Takes an evidence file apart again.
  package init?(evidence: String) {
    guard let start = evidence.firstRange(of: SignedStatement.signatureStart),
      let end = evidence.firstRange(of: SignedStatement.signatureEnd),
      start.lowerBound < end.lowerBound
    else { return nil }
    self.init(
      statement: String(evidence[..<start.lowerBound]),
      signature: String(evidence[start.lowerBound..<end.upperBound]),
      key: String(evidence[end.upperBound...]))
  }

  package var evidence: [UInt8] { Array((statement + signature + key + "\n").utf8) }
}
