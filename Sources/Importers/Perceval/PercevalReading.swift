internal import Basics
internal import CommunityData

/// Makes items of a backend's answer by its shape.
struct PercevalReading {
  let envelope: PercevalEnvelope
  let names: MentionNames

  /// The item and all that hangs on it; the parts without words are left out.
  func items(
    of object: SourceObject, _ shape: PercevalShape, under root: Item?, _ run: inout ImportRun,
    answering parent: String? = nil
  ) throws(RecordFault) -> [Item] {
    if run.request.scope != .withConsent, try isForSome(object, shape) {
      run.withhold(PercevalReading.forSome)
      return []
    }
    let item = try item(of: object, shape, under: root, answering: parent, &run)
    var items = root != nil && item.content == nil && !shape.text.isEmpty ? [] : [item]
    for branch in shape.branches {
      for element in object.objects(path: branch.list) {
        items += try self.items(
          of: element, branch.shape, under: root ?? item, &run, answering: item.id)
      }
    }
    return items
  }

  /// Ids are unique among the things of one kind and backend only: `gitlab-merge_request-5`.
  private func prefix(_ shape: PercevalShape) -> String {
    let backend = envelope.backend.lowercased() + "-"
    guard shape.prefix == "issue-", let category = envelope.category else {
      return backend + shape.prefix
    }
    return "\(backend)\(category)-"
  }

  private func item(
    of object: SourceObject, _ shape: PercevalShape, under root: Item?, answering parent: String?,
    _ run: inout ImportRun
  ) throws(RecordFault) -> Item {
    let fields = PercevalFields(object: object)
    let author = try fields.string(shape.author)
    let time = try fields.time(shape.time, shape.times) ?? envelope.updated
    let stated = try fields.string(shape.id).map { run.writableID(prefix(shape) + $0) }
    var item = Item(
      id: stated?.id ?? run.madeID(of: envelope.object.record.bytes),
      type: try isRemark(fields, shape) ? .system : shape.type,
      attributedTo: author.map { run.memberID(of: $0) }, published: time)
    item.channel = envelope.channel.id
    if stated?.isMade ?? true { item.derived.append("id") }
    try addState(to: &item, fields, shape, &run)
    let answered = try fields.string(shape.parent).map { run.writableID(prefix(shape) + $0).id }
    item.inReplyTo = answered ?? parent
    item.context = root?.id ?? (shape.branches.isEmpty ? answered : item.id)
    // Remarks of the platform call people by their bare names.
    if item.type != .system { try addBody(to: &item, fields, shape, author, &run) }
    return item
  }

  /// Why an issue or a comment is left out that not everybody may read.
  private static let forSome = "not for everybody to read"

  private func isForSome(
    _ object: SourceObject, _ shape: PercevalShape
  ) throws(RecordFault) -> Bool {
    for path in shape.notPublic {
      let sign = try PercevalFields(object: object).string([path])
      if let sign, sign != "false", sign != "0" { return true }
    }
    return false
  }

  private func isRemark(
    _ fields: PercevalFields, _ shape: PercevalShape
  ) throws(RecordFault) -> Bool {
    guard let sign = try fields.string(shape.remark) else { return false }
    return sign != "false"
  }

  private func addState(
    to item: inout Item, _ fields: PercevalFields, _ shape: PercevalShape, _ run: inout ImportRun
  ) throws(RecordFault) {
    if let edited = try fields.time(shape.edited, shape.times), edited > item.published {
      item.updated = run.known(edited)
    }
    var title = try fields.bytes(shape.title)
    if shape.namesInBrackets, let written = title {
      title = JiraText(written, names, author: nil, &run).text
    }
    item.setTitle(title.map { String(decoding: $0, as: UTF8.self) }) { text, start in
      names.mention(in: text, from: start, author: nil, &run)
    }
    item.url = try fields.string(shape.url).flatMap { $0.hasPrefix("http") ? $0 : nil }
    item.state = try fields.string(shape.state)?.lowercased()
    item.closed = run.known(try fields.time(shape.closed, shape.times))
    item.score = try fields.string(shape.score).flatMap { Int($0) }
    item.accepted = try fields.string(shape.accepted).map { prefix(shape) + $0 }
  }

  private func addBody(
    to item: inout Item, _ fields: PercevalFields, _ shape: PercevalShape, _ author: String?,
    _ run: inout ImportRun
  ) throws(RecordFault) {
    guard let text = try fields.bytes(shape.text) else { return }
    var body: Minimisation.Result
    if shape.mediaType == .html {
      body = Minimisation.minimised(
        html: text, tags: { tag, _ in tag.hasClass("avatar") ? .dropped : .ordinary }
      ) { names.mention(in: $0, from: $1, author: author, &run) }
    } else {
      let bracketed = shape.namesInBrackets ? JiraText(text, names, author: author, &run) : nil
      body = Minimisation.minimised(bracketed?.text ?? text, shape.mediaType) {
        names.mention(in: $0, from: $1, author: author, &run)
      }
      let first = bracketed?.mentions ?? []
      body.mentions = first + body.mentions.filter { !first.contains($0) }
    }
    item.setBody(body, shape.mediaType)
  }
}

/// The fields of an answer by the paths that may lead to them.
struct PercevalFields {
  let object: SourceObject

  /// The first path with a value that is a text or number.
  func bytes(_ paths: [String]) throws(RecordFault) -> [UInt8]? {
    for path in paths {
      if let bytes = try object.text(path: path) { return bytes }
    }
    return nil
  }

  func string(_ paths: [String]) throws(RecordFault) -> String? {
    try bytes(paths).map { String(decoding: $0, as: UTF8.self) }
  }

  func time(_ paths: [String], _ form: TimeForm) throws(RecordFault) -> Timestamp? {
    guard let bytes = try bytes(paths), bytes != [UInt8(ascii: "0")] else { return nil }
    // Some backends write a moment now as a number and now as a text.
    guard let time = form.timestamp(bytes) ?? TimeForm.iso.timestamp(bytes) else {
      throw object.fault(
        "it has a moment that is none", value: String(decoding: bytes, as: UTF8.self))
    }
    return time
  }
}
