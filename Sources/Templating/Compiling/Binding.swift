/// What a name stands for at one point of a template.
enum Binding {
  case value(Operand)
  case macro(MacroDefinition)
  /// The names of an imported template.
  case module(Scope)
  case loop(LoopBinding)
  /// What `caller` is in a macro that a call block calls.
  case caller(CallerBinding)
}

/// A value while compiling: where it stands and what is known of it.
struct Operand {
  var slot: Int32
  var field: Int32 = -1
  var type: StaticType
  /// Which value of the page or which variable it is, `3.image.url`; guards are noted by it.
  var path: String?
  /// The function whose frame the slot is in.
  var owner = 0
  /// Whether `set` made it in its scope, so that it can be set again.
  var isVariable = false
  /// Its value, where that is known at load time.
  var constant: Constant?
}

/// The names of one `for`, `with`, block, macro or template.
///
/// A class, since a macro sees the names that are bound after it in the template it stands in.
final class Scope {
  var bindings: [String: Binding] = [:]
  /// Grows when a name gets another type, so that macros are checked anew.
  var version = 0
  let owner: Int

  init(owner: Int) {
    self.owner = owner
  }
}

/// A macro with the names it can see.
struct MacroDefinition {
  var macro: Macro
  var scopes: [Scope]
  /// The names of its whole template stand in so many of the scopes.
  var unit: Unit
  var chain: [String]
  var escapes: Bool
  var identifier: Int
}

/// A loop that is running: its slots, and its function when it is recursive.
struct LoopBinding {
  var slot: Int32
  var owner: Int
  var element: StaticType
  var recursion: RecursiveLoop?
}

struct RecursiveLoop {
  var function: Int
  var depth: Operand
  var captured: [Operand]
  var list: StaticType
  var context: HTMLContext
}

/// A call block as its macro sees it: the slot holding the frame to run it in; what the macro gives
/// it is collected, since the block is compiled after the macro.
struct CallerBinding {
  var closure: Operand
  var identifier: Int
}

/// A template with what it extends: the blocks by name, most derived first.
struct Unit {
  var name: String
  var blocks: [String: [BlockLevel]] = [:]
  /// How many scopes a block that is not `scoped` sees.
  var scopeCount: Int
}

struct BlockLevel {
  var block: Block
  /// Through which templates it was reached.
  var chain: [String]
}
