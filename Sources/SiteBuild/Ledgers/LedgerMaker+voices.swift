internal import Basics
internal import LinkDirectory
internal import Measures
internal import Templating

/// What is said and who says it: explainers, media, corrections, experts, reps.
extension LedgerMaker {
  mutating func explainer(_ file: ContentFile<Explainer>) -> LedgerEntry {
    let fields = file.fields
    var entry = entry(file, label: dayLabel(file.head))
    entry.sources = sources(fields.sources, of: file)
    entry.facts = [
      fact(.oftenBelieved, fields.misconception), fact(.checkedBy, fields.checkedBy),
      others(.jobs, fields.jobs, in: .jobs), communities(fields.communities),
      others(.departments, fields.departments, in: .departments),
    ].compactMap(\.self)
    return entry
  }

  mutating func asset(_ file: ContentFile<MediaAsset>) -> LedgerEntry {
    let fields = file.fields
    var entry = entry(file, label: wording(fields.ownership.word))
    entry.href = fields.address.map { SafeURL($0.value) }
    entry.meta = fields.address?.value.shortText
    entry.facts = [
      fact(.paidBy, fields.sponsor), communities(fields.communities),
      fact(.linksPeopleShare, list(shares(of: fields.address?.value))), owner(fields.owner),
    ].compactMap(\.self)
    return entry
  }

  /// How many people of each community share links to the site an asset is on, where they do.
  private func shares(of address: WebAddress?) -> [String] {
    guard let domain = address.flatMap({ sharedDomain(of: $0.text) }) else { return [] }
    return plan.communities.compactMap { community in
      let row = try? plan.table.value(
        metric: "links_shared.people", community: community.slug, period: "all",
        segment: Segment("domain", domain).description)
      guard let row, row.value != nil else { return nil }
      let people = "\(wording.value(row)) \(wording.name(of: row.unit))"
      return wording(.changeOf, ["name": .text(community.name), "words": .text(people)])
    }
  }

  mutating func correction(_ file: ContentFile<Correction>) -> LedgerEntry {
    let fields = file.fields
    var entry = entry(
      file, label: wording(fields.kind == .correction ? .correction : .dissent))
    entry.meta = dayLabel(file.head)
    let place = fields.link.map { link in
      Fact(label: wording(.saidAt), text: link.shortText, href: SafeURL(link))
    }
    entry.facts =
      [place, fact(.whatWeDid, fields.answer)].compactMap(\.self)
      + fields.about.compactMap { about($0.value) }
      + [communities(fields.community.map { [$0] } ?? [])].compactMap(\.self)
    return entry
  }

  /// A page that is corrected, by its title.
  private func about(_ name: String) -> Fact? {
    let file = plan.content.entries.first { $0.name == name }
    guard let file, let address = renderer.links.addresses[file.path.text] else { return nil }
    return Fact(
      label: wording(.about), text: file.head.title, href: SafeURL(from: page, to: address))
  }

  /// Somebody who allows being asked.
  mutating func expert(_ file: ContentFile<Expert>) -> LedgerEntry {
    let fields = file.fields
    var entry = entry(file, label: fields.role ?? wording(.expert))
    entry.facts = [
      fact(.canBeAsked, list(fields.subjects.map(\.value))), contact(fields.contact),
      languages(fields.languages), communities(fields.communities),
    ].compactMap(\.self)
    return entry
  }

  mutating func rep(_ file: ContentFile<Rep>) -> LedgerEntry {
    let fields = file.fields
    var entry = entry(file, label: fields.role)
    entry.facts = [
      contact(fields.contact), languages(fields.languages), communities(fields.communities),
      others(.department, fields.department.map { [$0] } ?? [], in: .departments),
    ].compactMap(\.self)
    return entry
  }
}

extension MediaOwnership {
  fileprivate var word: SiteWord {
    switch self {
    case .earned: .mediaEarned
    case .owned: .mediaOwned
    case .paid: .mediaPaid
    case .participatory: .mediaParticipatory
    case .sponsored: .mediaSponsored
    }
  }
}
