internal import Basics

/// Makes pseudonyms and invented names, each once.
struct NameBook: Sendable {
  private static let firstWords = [
    "amber", "birch", "brass", "chalk", "cinder", "clover", "cobalt", "copper", "coral", "damson",
    "drift", "dusty", "ember", "fallow", "fern", "flint", "frost", "gentle", "granite", "grey",
    "harbour", "hazel", "hollow", "indigo", "iron", "ivory", "juniper", "late", "linen", "lunar",
    "maple", "marsh", "mossy", "north", "oaken", "ochre", "patient", "pewter", "quiet", "rainy",
    "rowan", "rusty", "saffron", "salt", "silver", "slate", "sleepy", "snowy", "spare", "tidal",
    "umber", "velvet", "wander", "willow", "winter", "woollen",
  ]
  private static let secondWords = [
    "anvil", "badger", "barge", "beacon", "bellows", "bobbin", "bracket", "buoy", "cable",
    "candle", "capstan", "cart", "chisel", "compass", "cricket", "crow", "ferry", "finch",
    "fiddle", "gate", "gull", "hammer", "heron", "hinge", "jay", "kettle", "kite", "ladder",
    "lantern", "lathe", "ledger", "loom", "magpie", "mill", "moth", "needle", "otter", "paddle",
    "pencil", "pulley", "quill", "rack", "raft", "robin", "rudder", "sail", "shuttle", "spanner",
    "spindle", "sparrow", "thimble", "trowel", "wagon", "wheel", "whistle", "wren",
  ]
  private static let idLetters = Array("abcdefghijklmnopqrstuvwxyz234567").map(String.init)

  private var taken: Set<String> = []

  /// `amber-lathe`
  mutating func name(_ chance: inout Chance) -> String {
    unused(&chance) { chance in
      chance.pick(NameBook.firstWords) + "-" + chance.pick(NameBook.secondWords)
    }
  }

  /// `m-c5xkq2aabe`
  mutating func memberID(_ chance: inout Chance) -> String {
    unused(&chance) { chance in
      "m-" + (0..<10).map { _ in chance.pick(NameBook.idLetters) }.joined()
    }
  }

  private mutating func unused(
    _ chance: inout Chance, _ draw: (inout Chance) -> String
  ) -> String {
    var text = draw(&chance)
    while !taken.insert(text).inserted { text = draw(&chance) }
    return text
  }
}
