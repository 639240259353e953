/// All items of a community as columns (structure of arrays), sorted by (published, id).
///
/// A row number is an item's index in every column; -1 stands for "none". Text lies in ``TextStore``
/// and is fetched by range, so that counting touches no text; ids alone are in memory in any case.
package struct ItemColumns: Sendable {
  package var ids = TextColumn()
  package var types: [Item.Kind] = []
  /// Index into ``Community/members``; -1 when the author is gone.
  package var authors: [Int32] = []
  /// Seconds since 1970 UTC.
  package var published: [Int64] = []
  /// Seconds since 1970 UTC; `Int64.max` when never.
  package var updated = Column<Int64>(absent: .max)
  package var deleted = Column<Int64>(absent: .max)
  package var closed = Column<Int64>(absent: .max)
  /// Row of the item it answers; -1 when it answers none or the item is not in the snapshot.
  package var parents: [Int32] = []
  /// Row of the first item of its thread; an item without a thread is its own.
  package var threads: [Int32] = []
  /// Index into ``Community/channels``; -1 when it has none.
  package var channels = Column<Int32>(absent: -1)
  /// Row of the accepted answer; -1 when there is none.
  package var accepted = Column<Int32>(absent: -1)
  /// `Int32.min` when the source has no score.
  package var scores = Column<Int32>(absent: .min)
  package var titles = TextColumn()
  package var contents = TextColumn()
  package var mediaTypes = Column<Item.MediaType?>(absent: nil)
  package var urls = TextColumn()
  package var licences = TextColumn()
  /// Tags of row `r`: `tagNames[tagStarts[r]..<tagStarts[r + 1]]`, indexes into ``tags``.
  package var tagStarts: [Int32] = [0]
  package var tagNames: [Int32] = []
  package var tags: [String] = []
  /// Mentioned members of row `r`, in the same form, indexes into ``Community/members``.
  package var mentionStarts: [Int32] = [0]
  package var mentions: [Int32] = []
  /// Index into ``languageTags`` (BCP 47); -1 when unknown.
  package var languages = Column<Int32>(absent: -1)
  package var languageTags: [String] = []
  /// Index into ``stateNames``, the platform's own words; -1 when there is none.
  package var states = Column<Int32>(absent: -1)
  package var stateNames: [String] = []
  /// All reactions together; `Int32.min` when the item tells of none.
  package var reactions = Column<Int32>(absent: .min)
  /// Codes given to row `r`, in the same form as tags, indexes into ``codeNames``.
  package var codeStarts: [Int32] = [0]
  package var codes: [Int32] = []
  /// Who gave each code of ``codes``.
  package var coders: [CodeMark.Coder] = []
  package var codeNames: [String] = []
  /// Whether the reply link (`parents`) was inferred by the importer.
  package var hasDerivedParent = Column<Bool>(absent: false)

  package init() {}

  package var count: Int { types.count }
}
