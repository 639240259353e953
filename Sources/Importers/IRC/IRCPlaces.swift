/// The places that an export holds logs of, such as networks: each may have a channel of the same
/// name.
struct IRCPlaces {
  /// By channel.
  private var places: [String: Set<String>] = [:]
  private var last: IRCLogName?
  private var hasSeveral = false
  private var hasChannels = false

  /// Notes where a log lies; its lines come one after the other.
  mutating func note(_ log: IRCLogName) {
    if log == last { return }
    last = log
    places[log.channel ?? "", default: []].insert(log.place)
    if areSeveral(at: log.channel) { hasSeveral = true }
    if log.channel != nil { hasChannels = true }
  }

  /// Whether a log may be a talk of two people: clients and bouncers put these beside the logs of
  /// channels, called by the other's nick. Where no log names a channel that says nothing.
  func isTalk(_ log: IRCLogName) -> Bool { hasChannels && log.channel == nil }

  /// Whether logs of the same channel lie in several places, so that the lines of one day are
  /// numbered alike.
  func areSeveral(for log: IRCLogName) -> Bool { hasSeveral && areSeveral(at: log.channel) }

  private func areSeveral(at channel: String?) -> Bool {
    places[channel ?? "", default: []].count > 1
  }
}
