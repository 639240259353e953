internal import CommunityData

/// What must be known of all items before one of them can be told of.
struct PercevalSurvey {
  private(set) var channels: ChannelChoice
  private(set) var names = PercevalNames()
  private(set) var places = PercevalPlaces()
  /// Those whose conversations are taken.
  private var backends: Set<String> = []

  init(_ request: ImportRequest) {
    channels = ChannelChoice(request.channels)
  }

  mutating func note(_ envelope: PercevalEnvelope) {
    channels.note(envelope.channel)
    names.note(envelope)
    places.note(envelope)
    if channels.takes(envelope.channel.id), !PercevalBackends.isOther(envelope) {
      backends.insert(envelope.backend)
    }
  }

  /// What one backend or another tells.
  var measurable: SnapshotManifest.Measurable {
    backends.reduce(into: SnapshotManifest.Measurable()) { known, backend in
      known.formUnion(PercevalBackends.measurable(of: backend))
    }
  }
}
