internal import CommunityData

/// The channels of a table: most records stand in one that another record has named already.
struct ColumnChannels {
  private(set) var choice: ChannelChoice
  private var ids = TextIndex()
  /// By the numbers of the ids.
  private var names: [[UInt8]] = []
  private var isTaken: [Bool] = []

  init(_ wanted: [String]) {
    choice = ChannelChoice(wanted)
  }

  /// Notes the channel of a record; whether the record is asked for.
  mutating func take(
    _ fields: ColumnFields<some ColumnRecord>
  ) throws(RecordFault) -> Bool {
    let taken = try fields.source.withText(of: .channel) { id throws(RecordFault) in
      let name = try fields.source.withText(of: .channelName) { name throws(RecordFault) in
        note(id, name)
      }
      return name ?? note(id, id)
    }
    return taken ?? true
  }

  private mutating func note(
    _ id: UnsafeBufferPointer<UInt8>, _ name: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let number = ids.add(id)
    if number < names.count, names[number].elementsEqual(name) { return isTaken[number] }
    let channel = Channel(
      id: String(decoding: id, as: UTF8.self), name: String(decoding: name, as: UTF8.self))
    choice.note(channel)
    if number == names.count {
      names.append(Array(name))
      isTaken.append(choice.takes(channel.id))
    } else {
      names[number] = Array(name)
    }
    return isTaken[number]
  }
}
