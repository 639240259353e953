internal import ArgumentParser
internal import Basics
internal import LinkDirectory
internal import SiteBuild

/// Where a yes comes from; files are what somebody captured before, since nothing is fetched here.
struct EvidenceOptions: ParsableArguments {
  @Option(
    help: "The captured text of /.well-known/community-insights.txt.", completion: .file())
  var wellKnown: String?

  @Option(help: "The id of a moderator's post in the newest snapshot; of a person, their own post.")
  var post: String?

  @Option(help: "The community whose snapshot holds the post; the subject's by default.")
  var community: String?

  @Option(
    help: "A person's letter or mail with the sentence, as a text file.", completion: .file())
  var message: String?

  @Option(help: "Where the evidence was found; told by the method by default.")
  var url: String?

  @Option(
    help: "When it was captured; now, or when the snapshot was taken, by default.",
    transform: MomentArgument.read)
  var captured: MomentArgument?

  /// What would not be heeded is an error: whoever types it expects that it counts.
  func validate() throws {
    let kinds = given
    if kinds.count > 1 {
      throw ValidationError(
        "\(kinds[1]) does not go with \(kinds[0]): a yes is entered by one proof")
    }
    guard let kind = kinds.first else { return }
    if community != nil, kind != "--post" {
      throw ValidationError("--community goes with --post, and not with \(kind)")
    }
    if url != nil, kind == "--post" {
      throw ValidationError("--url does not go with --post: a post has an address of its own")
    }
  }

  /// The options that name evidence, in the order of the help.
  var given: [String] {
    let kinds = [("--well-known", wellKnown), ("--post", post), ("--message", message)]
    return kinds.filter { $0.1 != nil }.map { $0.0 }
  }

  /// Reads the evidence and what it says; nil where none was named.
  func read(_ known: KnownSubject, _ desk: borrowing ConsentDesk, at moment: Timestamp) throws
    -> Evidence?
  {
    if let wellKnown { return try file(wellKnown, known, desk, at: moment) }
    if let post { return try taken(post, known, desk, at: moment) }
    if let message {
      guard known.subject.isPerson else {
        throw desk.refusal(
          "a message does not show that its sender may speak for a community",
          fix: "ask for the file, the post or the signed statement")
      }
      let bytes = try CapturedFile.read(message)
      return try Evidence(
        .message, bytes, sentence(bytes, desk), address(url), captured?.moment ?? moment)
    }
    return nil
  }

  /// Asks on a terminal for what no flag named: a file, or else the id of a post; nil where nobody is
  /// there to be asked.
  func asked(_ known: KnownSubject, _ desk: borrowing ConsentDesk) throws -> EvidenceOptions? {
    guard desk.canAsk else { return nil }
    let answer = try desk.ask(
      known.subject.isPerson
        ? "What says yes (their message as a file, or the id of their post)?"
        : "What says yes (the captured well-known file, or the id of a moderator's post)?")
    var options = self
    if !CapturedFile.isThere(answer) {
      options.post = answer
    } else if known.subject.isPerson {
      options.message = answer
    } else {
      options.wellKnown = answer
    }
    return options
  }

  private func file(
    _ path: String, _ known: KnownSubject, _ desk: borrowing ConsentDesk, at moment: Timestamp
  ) throws -> Evidence {
    let bytes = try CapturedFile.read(path)
    let terms: ConsentTerms
    do throws(TermsFault) {
      terms = try ConsentStatement.read(String(decoding: bytes, as: UTF8.self))
    } catch {
      throw desk.refusal("`\(path)` gives no consent: \(error)")
    }
    let usual = known.place.flatMap { ConsentStatement.wellKnownAddress(of: $0) }
    let found = try address(url)
    if let found, let usual, found.placeName != usual.placeName {
      throw desk.refusal(
        "a file at \(found.text) does not show that the place says so",
        fix: "only who runs the place can put one up at \(usual.text): capture that")
    }
    return Evidence(.wellKnown, bytes, terms, found ?? usual, captured?.moment ?? moment)
  }

  private func taken(
    _ item: String, _ known: KnownSubject, _ desk: borrowing ConsentDesk, at moment: Timestamp
  ) throws -> Evidence {
    guard let slug = community ?? known.candidate?.slug else {
      throw ValidationError("--community names the community whose snapshot holds the post")
    }
    let post: CapturedPost
    do throws(PostRefusal) {
      post = try readPost(item, of: slug, in: desk.shared.disk)
    } catch {
      throw desk.refusal(error.message, fix: error.fix)
    }
    if !known.subject.isPerson, !post.isByModerator {
      throw desk.refusal(
        "the post `\(item)` is not by a moderator of the place, as the snapshot has it",
        fix: "only those who run a place can speak for it")
    }
    return Evidence(
      known.subject.isPerson ? .ownPost : .post, post.evidence,
      try sentence(post.evidence, desk), post.address,
      captured?.moment ?? min(moment, post.captured))
  }

  private func sentence(_ bytes: [UInt8], _ desk: borrowing ConsentDesk) throws -> ConsentTerms {
    do throws(TermsFault) {
      return try GrantSentence.find(in: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw desk.refusal(
        "the evidence gives no consent: \(error)",
        fix: "`meadow consent notice` prints the sentence")
    }
  }

  private func address(_ text: String?) throws -> WebAddress? {
    try text.map { text in
      guard let address = WebAddress(text) else {
        throw ValidationError("`\(text)` is no web address")
      }
      return address
    }
  }
}

/// Captured bytes with what they say.
struct Evidence {
  var method: ConsentMethod
  var bytes: [UInt8]
  var terms: ConsentTerms
  var url: WebAddress?
  var captured: Timestamp

  init(
    _ method: ConsentMethod, _ bytes: [UInt8], _ terms: ConsentTerms, _ url: WebAddress?,
    _ captured: Timestamp
  ) {
    self.method = method
    self.bytes = bytes
    self.terms = terms
    self.url = url
    self.captured = captured
  }

  var proof: ConsentEntry.Proof {
    ConsentEntry.Proof(bytes: bytes, url: url, captured: captured)
  }
}
