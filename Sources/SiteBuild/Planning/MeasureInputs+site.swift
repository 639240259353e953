internal import Basics
internal import LinkDirectory
internal import Measures

extension MeasureInputs {
  /// What a site's content tells the measures, as far as it is published.
  ///
  /// `publicNames`: what communities are called in the measurements, by the names of their files,
  /// where that is another name.
  init(_ content: SiteContent, publicNames: [String: String] = [:]) {
    self.init(
      codex: Codex(content.codex), jobs: content.jobs.map(Measures.Job.init),
      criticism: content.criticism.map(CriticismEntry.init),
      media: content.media.compactMap(Measures.MediaAsset.init),
      campaigns: content.campaigns.map(CampaignDays.init))
    if publicNames.isEmpty { return }
    func publicName(_ name: String) -> String { publicNames[name] ?? name }
    for index in jobs.indices { jobs[index].communities = jobs[index].communities.map(publicName) }
    for index in campaigns.indices {
      campaigns[index].communities = campaigns[index].communities.map(publicName)
    }
    for index in criticism.indices {
      criticism[index].sources = criticism[index].sources.map {
        ItemReference(community: publicName($0.community), item: $0.item)
      }
    }
  }
}

extension Codex {
  /// The standard codex with what a site adds to it, or what a site has instead.
  init(_ file: CodexFile) {
    let own = Codex(codes: file.codes.map { Codex.Code($0.value) })
    self = file.keepsBuiltIn ? Codex.standard.adding(own) : own
  }
}

extension Codex.Code {
  fileprivate init(_ code: CodexCode) {
    self.init(
      id: code.code, title: code.title ?? "", meaning: code.meaning ?? "",
      phrases: code.cues.flatMap([Codex.Phrase].init),
      exceptions: code.exceptions.flatMap([Codex.Phrase].init),
      examples: code.examples.map(\.value))
  }
}

extension [Codex.Phrase] {
  fileprivate init(_ cues: CodexCues) {
    self = cues.phrases.map { Codex.Phrase($0.value, language: cues.language) }
  }
}

extension Measures.Job {
  fileprivate init(_ file: ContentFile<Job>) {
    self.init(
      id: file.slug, phrases: file.fields.phrases.map { Codex.Phrase($0.value) },
      communities: file.fields.communities.map(\.value))
  }
}

extension CriticismEntry {
  fileprivate init(_ file: ContentFile<Criticism>) {
    let fields = file.fields
    self.init(
      id: file.slug, status: Status(fields.status), heard: fields.raised,
      answered: fields.answered,
      sources: fields.sources.compactMap { ItemReference($0.value) })
  }
}

extension CriticismEntry.Status {
  fileprivate init(_ status: CriticismStatus) {
    switch status {
    case .heard: self = .heard
    case .explained: self = .explained
    case .changed: self = .changed
    case .declined: self = .declined
    }
  }
}

extension ItemReference {
  /// `community/item id`; nil for anything else.
  fileprivate init?(_ text: String) {
    guard let slash = text.firstIndex(of: "/") else { return nil }
    self.init(community: String(text[..<slash]), item: String(text[text.index(after: slash)...]))
  }
}

extension Measures.MediaAsset {
  fileprivate init?(_ file: ContentFile<MediaAsset>) {
    guard let address = file.fields.address?.value.text else { return nil }
    self.init(link: address, kind: Kind(file.fields.ownership))
  }
}

extension Measures.MediaAsset.Kind {
  fileprivate init(_ ownership: MediaOwnership) {
    switch ownership {
    case .earned: self = .earned
    case .owned: self = .owned
    case .paid: self = .paid
    case .participatory: self = .participatory
    case .sponsored: self = .sponsored
    }
  }
}

extension CampaignDays {
  fileprivate init(_ file: ContentFile<Campaign>) {
    self.init(
      id: file.slug, from: file.fields.from, to: file.fields.to,
      communities: file.fields.communities.map(\.value))
  }
}
