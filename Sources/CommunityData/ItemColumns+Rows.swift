/// Whole rows: putting columns behind others, and choosing rows in an order.
extension ItemColumns {
  mutating func reserveCapacity(_ rows: Int) {
    ids.reserveCapacity(rows)
    types.reserveCapacity(rows)
    authors.reserveCapacity(rows)
    channels.reserveCapacity(rows)
    published.reserveCapacity(rows)
    updated.reserveCapacity(rows)
    deleted.reserveCapacity(rows)
    closed.reserveCapacity(rows)
    titles.reserveCapacity(rows)
    contents.reserveCapacity(rows)
    urls.reserveCapacity(rows)
    licences.reserveCapacity(rows)
    scores.reserveCapacity(rows)
    mediaTypes.reserveCapacity(rows)
    reactions.reserveCapacity(rows)
    languages.reserveCapacity(rows)
    states.reserveCapacity(rows)
    hasDerivedParent.reserveCapacity(rows)
    tagStarts.reserveCapacity(rows + 1)
    mentionStarts.reserveCapacity(rows + 1)
    codeStarts.reserveCapacity(rows + 1)
  }

  /// Appends the rows of a batch, whose texts now begin at an offset; links are resolved later.
  mutating func append(_ other: ItemColumns, textsAt offset: Int, _ names: inout ColumnNames) {
    func moved(_ range: TextRange) -> TextRange {
      range.isAbsent ? range : TextRange(offset: range.offset + offset, length: range.length)
    }
    ids.append(contentsOf: other.ids.lazy.map(moved))
    titles.append(contentsOf: other.titles.lazy.map(moved))
    contents.append(contentsOf: other.contents.lazy.map(moved))
    urls.append(contentsOf: other.urls.lazy.map(moved))
    licences.append(contentsOf: other.licences.lazy.map(moved))
    appendValues(of: other)
    appendNamed(other, &names)
  }

  private mutating func appendValues(of other: ItemColumns) {
    types.append(contentsOf: other.types)
    authors.append(contentsOf: other.authors)
    channels.append(contentsOf: other.channels)
    published.append(contentsOf: other.published)
    updated.append(contentsOf: other.updated)
    deleted.append(contentsOf: other.deleted)
    closed.append(contentsOf: other.closed)
    scores.append(contentsOf: other.scores)
    mediaTypes.append(contentsOf: other.mediaTypes)
    reactions.append(contentsOf: other.reactions)
    hasDerivedParent.append(contentsOf: other.hasDerivedParent)
    coders.append(contentsOf: other.coders)
  }

  /// Columns of numbers of names, and columns of several values a row.
  private mutating func appendNamed(_ other: ItemColumns, _ names: inout ColumnNames) {
    let tagNumbers = other.tags.map { names.tags.number(of: $0) }
    let codeNumbers = other.codeNames.map { names.codes.number(of: $0) }
    let languageNumbers = other.languageTags.map { names.languages.number(of: $0) }
    let stateNumbers = other.stateNames.map { names.states.number(of: $0) }
    languages.append(
      contentsOf: other.languages.lazy.map { $0 < 0 ? -1 : languageNumbers[Int($0)] })
    states.append(contentsOf: other.states.lazy.map { $0 < 0 ? -1 : stateNumbers[Int($0)] })
    let tagBase = Int32(tagNames.count)
    tagNames.append(contentsOf: other.tagNames.lazy.map { tagNumbers[Int($0)] })
    tagStarts.append(contentsOf: other.tagStarts.dropFirst().lazy.map { $0 + tagBase })
    let mentionBase = Int32(mentions.count)
    mentions.append(contentsOf: other.mentions)
    mentionStarts.append(contentsOf: other.mentionStarts.dropFirst().lazy.map { $0 + mentionBase })
    let codeBase = Int32(codes.count)
    codes.append(contentsOf: other.codes.lazy.map { codeNumbers[Int($0)] })
    codeStarts.append(contentsOf: other.codeStarts.dropFirst().lazy.map { $0 + codeBase })
  }

  /// Keeps only some rows, in the order given.
  mutating func choose(_ rows: [Int32]) {
    ids = rows.map { ids[Int($0)] }
    titles = rows.map { titles[Int($0)] }
    contents = rows.map { contents[Int($0)] }
    urls = rows.map { urls[Int($0)] }
    licences = rows.map { licences[Int($0)] }
    types = rows.map { types[Int($0)] }
    authors = rows.map { authors[Int($0)] }
    channels = rows.map { channels[Int($0)] }
    published = rows.map { published[Int($0)] }
    updated = rows.map { updated[Int($0)] }
    deleted = rows.map { deleted[Int($0)] }
    closed = rows.map { closed[Int($0)] }
    scores = rows.map { scores[Int($0)] }
    mediaTypes = rows.map { mediaTypes[Int($0)] }
    reactions = rows.map { reactions[Int($0)] }
    languages = rows.map { languages[Int($0)] }
    states = rows.map { states[Int($0)] }
    hasDerivedParent = rows.map { hasDerivedParent[Int($0)] }
    tagNames = chosen(rows, tagNames, &tagStarts)
    mentions = chosen(rows, mentions, &mentionStarts)
    var codeStarts = codeStarts
    coders = chosen(rows, coders, &codeStarts)
    codes = chosen(rows, codes, &self.codeStarts)
  }
}

/// The values of chosen rows where a row has several, one row after the other.
private func chosen<Value>(_ rows: [Int32], _ values: [Value], _ starts: inout [Int32]) -> [Value] {
  var chosen: [Value] = []
  chosen.reserveCapacity(values.count)
  var newStarts: [Int32] = [0]
  newStarts.reserveCapacity(rows.count + 1)
  for row in rows {
    chosen.append(contentsOf: values[Int(starts[Int(row)])..<Int(starts[Int(row) + 1])])
    newStarts.append(Int32(chosen.count))
  }
  starts = newStarts
  return chosen
}
