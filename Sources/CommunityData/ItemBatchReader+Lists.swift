internal import JSONText

/// The fields of an item that are lists.
extension ItemBatchReader {
  /// Appends the row's lists; on a fault what was appended is taken back.
  mutating func appendLists() throws(JSONFault) {
    let before = (
      batch.items.tagNames.count, batch.items.mentions.count, batch.items.codes.count
    )
    do throws(JSONFault) {
      try appendTagsAndMentions()
      try appendCodes()
      let (reactions, isParentDerived) = (try reactions(), try isParentDerived())
      batch.items.reactions.append(reactions)
      batch.items.hasDerivedParent.append(isParentDerived)
    } catch {
      batch.items.tagNames.removeSubrange(before.0...)
      batch.items.mentions.removeSubrange(before.1...)
      batch.items.codes.removeSubrange(before.2...)
      batch.items.coders.removeSubrange(before.2...)
      throw error
    }
    batch.items.tagStarts.append(Int32(batch.items.tagNames.count))
    batch.items.mentionStarts.append(Int32(batch.items.mentions.count))
    batch.items.codeStarts.append(Int32(batch.items.codes.count))
  }

  private mutating func appendTagsAndMentions() throws(JSONFault) {
    try decoder.texts(ItemField.tag.rawValue) { tag in
      batch.items.tagNames.append(Int32(tags.add(tag)))
    }
    // Who is mentioned but never wrote need not be a member; such a mention counts for nobody.
    try decoder.texts(ItemField.mentions.rawValue) { id in
      if let member = context.members.find(id) {
        batch.items.mentions.append(Int32(member))
      } else {
        _ = lostMentions.add(id)
      }
    }
  }

  private func isParentDerived() throws(JSONFault) -> Bool {
    var isDerived = false
    try decoder.texts(ItemField.derived.rawValue) { name in
      isDerived = isDerived || name.elementsEqual(ItemField.inReplyTo.name.utf8)
    }
    return isDerived
  }

  private mutating func appendCodes() throws(JSONFault) {
    try decoder.elements(ItemField.codes.rawValue) { element, index throws(JSONFault) in
      let fields = try decoder.members(of: index, named: ["code", "by", "cue"])
      guard let code = fields["code"], code.kind == .string, !code.text.isEmpty,
        let by = fields["by"], by.kind == .string, let coder = CodeMark.Coder(rawValue: by.string)
      else {
        throw JSONFault(
          offset: element.offset, reason: "a code needs `code` and `by`: human or machine")
      }
      batch.items.codes.append(Int32(codes.add(code.text)))
      batch.items.coders.append(coder)
    }
  }

  /// The sum over all reactions.
  private func reactions() throws(JSONFault) -> Int32 {
    var sum: Int32?
    try decoder.elements(ItemField.reactions.rawValue) { element, index throws(JSONFault) in
      let fields = try decoder.members(of: index, named: ["name", "count"])
      guard fields["name"]?.kind == .string, let count = fields["count"], count.kind == .integer,
        let number = Int32(exactly: count.integer), number >= 0
      else {
        throw JSONFault(
          offset: element.offset, reason: "a reaction needs `name` and `count`, a whole number")
      }
      sum = Int32(clamping: Int(sum ?? 0) + Int(number))
    }
    return sum ?? .min
  }
}
