internal import ArgumentParser
internal import Basics
internal import LinkDirectory

/// A statement signed with `ssh-keygen -Y sign`, with the key that its place publishes.
struct SignatureOptions: ParsableArguments {
  @Option(help: "The statement that was signed.", completion: .file())
  var statement: String?

  @Option(
    help: "Its signature, as `ssh-keygen -Y sign -n community-insights` wrote it.",
    completion: .file())
  var signature: String?

  @Option(help: "The captured public key.", completion: .file())
  var key: String?

  @Option(help: "Where the key was found; under the place's own address.")
  var keyUrl: String?

  func validate() throws {
    let others = [("--signature", signature), ("--key", key), ("--key-url", keyUrl)]
    if statement == nil, let (option, _) = others.first(where: { $0.1 != nil }) {
      throw ValidationError("\(option) goes with --statement, the text that was signed")
    }
  }

  func read(
    _ known: KnownSubject, _ desk: borrowing ConsentDesk, at moment: Timestamp
  ) throws -> Evidence? {
    guard let statement else { return nil }
    guard let signature, let key else {
      throw ValidationError("--statement comes with --signature and --key")
    }
    let address = try published(known, desk)
    let text = String(decoding: try CapturedFile.read(statement), as: UTF8.self)
    let signed = SignedStatement(
      statement: text,
      signature: String(decoding: try CapturedFile.read(signature), as: UTF8.self),
      key: String(decoding: try CapturedFile.read(key), as: UTF8.self))
    guard let signed else {
      throw desk.refusal(
        "the signature is not armoured, or the key is no line of an OpenSSH public key")
    }
    let terms: ConsentTerms
    do throws(TermsFault) {
      terms = try ConsentStatement.read(text)
    } catch {
      throw desk.refusal("`\(statement)` gives no consent: \(error)")
    }
    guard try SignatureCheck(site: desk.shared.site).holds(signed) else {
      throw desk.refusal("the signature does not fit the statement and the key")
    }
    return Evidence(.signature, signed.evidence, terms, address, moment)
  }

  /// A key speaks for a place only where the place itself publishes it.
  private func published(_ known: KnownSubject, _ desk: borrowing ConsentDesk) throws -> WebAddress?
  {
    guard let keyUrl else {
      if known.subject.isPerson { return nil }
      throw ValidationError("--key-url tells where the place publishes the key")
    }
    guard let address = WebAddress(keyUrl) else {
      throw ValidationError("`\(keyUrl)` is no web address")
    }
    if let place = known.place, address.origin.lowercased() != place.origin.lowercased() {
      throw desk.refusal(
        "the key is published at \(address.origin), not at the place \(place.origin)",
        fix: "capture the key from an address of the place itself")
    }
    return address
  }
}
