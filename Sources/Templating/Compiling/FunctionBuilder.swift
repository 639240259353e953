/// The code of the main template, a macro, a recursive loop or a call block while it is written.
struct FunctionBuilder {
  var code: [Int32] = []
  var places: [(offset: Int, place: Place, chain: [String])] = []
  /// Where in the code the number of a function stands that must become an offset.
  var callSites: [(offset: Int, function: Int)] = []
  /// Where in the code a place of this same code stands.
  var jumpSites: [Int] = []
  /// In whose frame it runs: itself, or the function a call block stands in.
  var frame: Int
  var slotCount: Int32 = 0
  /// Where the frame's size must be filled in: in the code of which function, at which offset.
  var captured: [CapturedSlot] = []
  /// The literal text at the end of the code, which more may be added to.
  var openLiteral: Int?
}

/// A variable of an outer macro, copied into this frame by each call.
struct CapturedSlot {
  var owner: Int
  var slot: Int32
  var local: Int32
}
