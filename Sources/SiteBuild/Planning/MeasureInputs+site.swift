internal import Basics
internal import Measures

extension MeasureInputs {
  /// What a site's content tells the measures.
  init(_ input: SiteInput) {
    self.init(campaigns: input.campaigns.map(CampaignDays.init))
  }
}

extension CampaignDays {
  fileprivate init(_ file: ContentFile<Campaign>) {
    self.init(
      id: file.slug, from: file.fields.from, to: file.fields.to,
      communities: file.fields.communities.map(\.value))
  }
}
