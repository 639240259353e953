/// All phrases of a codex and of the jobs of a site, as one matcher looks for them.
struct CuePhrases: Sendable {
  struct Cue: Sendable {
    var text: String
    /// The number of what it gives, in ``names`` or, behind those, in the jobs.
    var target: Int
    var isException: Bool
    /// The language's part of a BCP 47 tag, in small letters.
    var language: String?
  }

  /// The codes' ids, in the order of the codex.
  let names: [String]
  let jobs: [String]
  let all: [Cue]
  let matcher: PhraseMatcher

  init(_ inputs: MeasureInputs) {
    let (codex, jobs) = (inputs.codex, inputs.jobs)
    names = codex.codes.map(\.id)
    self.jobs = jobs.map(\.id)
    let ofCodes = codex.codes.enumerated().flatMap { number, code in
      code.phrases.map { Cue($0, target: number) }
        + code.exceptions.map { Cue($0, target: number, isException: true) }
    }
    let ofJobs = jobs.enumerated().flatMap { number, job in
      job.phrases.map { Cue($0, target: codex.codes.count + number) }
    }
    all = ofCodes + ofJobs
    matcher = PhraseMatcher(all.map(\.text))
  }
}

extension CuePhrases.Cue {
  init(_ phrase: Codex.Phrase, target: Int, isException: Bool = false) {
    self.init(
      text: phrase.text, target: target, isException: isException,
      language: phrase.language.map(primaryLanguage))
  }

  /// Whether it may be looked for in an item of a language.
  func speaks(_ language: String?) -> Bool {
    guard let own = self.language, let language else { return true }
    return own == language
  }
}

extension CuePhrases {
  /// The hits in a text, in the order of their places; without those of cues that speak another
  /// language, the exceptions, and what an exception covers.
  func hits(
    in text: UnsafeBufferPointer<UInt8>, _ language: String?
  ) -> [PhraseMatcher.Hit] {
    counting(matcher.hits(in: text)[...], language)
  }

  /// Of all hits in one text those that count.
  func counting(
    _ all: ArraySlice<PhraseMatcher.Hit>, _ language: String?
  ) -> [PhraseMatcher.Hit] {
    let hits = all.filter { self.all[$0.phrase].speaks(language) }
    let exceptions = hits.filter { self.all[$0.phrase].isException }
    return hits.filter { hit in
      let cue = self.all[hit.phrase]
      return !cue.isException
        && !exceptions.contains { exception in
          self.all[exception.phrase].target == cue.target && exception.start <= hit.start
            && hit.end <= exception.end
        }
    }
  }
}

/// `pt-BR` → `pt`
func primaryLanguage(_ tag: String) -> String {
  tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
}
