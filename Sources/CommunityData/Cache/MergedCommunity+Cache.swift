internal import Basics

/// The state of a community as an entry of the cache, column by column.
extension MergedCommunity {
  func write(to output: inout CacheOutput) {
    output.texts(members.map(\.id))
    output.column(members.map { UInt8($0.kind.code * 16 + $0.role.code) })
    output.column(members.map { $0.joined?.secondsSinceEpoch ?? .min })
    output.texts(ifPresent: members.map(\.level))
    output.texts(ifPresent: members.map(\.organisation))
    output.column(members.map { UInt8($0.discoverable.map { $0 ? 2 : 1 } ?? 0) })
    output.texts(ifPresent: members.map(\.display))
    output.texts(channels.map(\.id))
    output.texts(channels.map(\.name))
    output.texts(ifPresent: channels.map(\.parent))
    items.write(to: &output)
  }

  /// nil when the columns do not fit each other. What only merging needs is left out when it `isWhole`.
  init?(_ input: inout CacheInput, _ fileSystem: any FileSystem, isWhole: Bool) {
    guard let members = MergedCommunity.members(&input) else { return nil }
    let ids = input.texts()
    let names = input.texts()
    let parents = input.texts(ifPresent: ids.count)
    guard input.isGood, ids.count == names.count,
      let items = MergedItems(
        &input, fileSystem, (members.count, channels: ids.count), isWhole: isWhole)
    else { return nil }
    self.members = members
    channels = ids.indices.map { Channel(id: ids[$0], name: names[$0], parent: parents[$0]) }
    self.items = items
  }

  private static func members(_ input: inout CacheInput) -> [Member]? {
    let ids = input.texts()
    let kinds = input.column(of: UInt8.self)
    let joined = input.column(of: Int64.self)
    let levels = input.texts(ifPresent: ids.count)
    let organisations = input.texts(ifPresent: ids.count)
    let discoverable = input.column(of: UInt8.self)
    let displays = input.texts(ifPresent: ids.count)
    let counts = [kinds.count, joined.count, discoverable.count]
    guard input.isGood, counts.allSatisfy({ $0 == ids.count }) else { return nil }
    var members: [Member] = []
    members.reserveCapacity(ids.count)
    for (index, id) in ids.enumerated() {
      guard let kind = Member.Kind(code: Int(kinds[index] / 16)),
        let role = Member.Role(code: Int(kinds[index] % 16))
      else { return nil }
      var member = Member(id: id, kind: kind, role: role)
      if joined[index] != .min { member.joined = Timestamp(secondsSinceEpoch: joined[index]) }
      member.level = levels[index]
      member.organisation = organisations[index]
      member.discoverable = discoverable[index] == 0 ? nil : discoverable[index] == 2
      member.display = displays[index]
      members.append(member)
    }
    return members
  }
}

/// Cases by their place in the declaration.
extension CaseIterable where Self: Equatable, AllCases == [Self] {
  fileprivate var code: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  fileprivate init?(code: Int) {
    guard Self.allCases.indices.contains(code) else { return nil }
    self = Self.allCases[code]
  }
}
