internal import Basics

/// One entry's template with all it extends, includes and imports, as flat instructions.
///
/// A class, since it owns raw tables that machines on all threads read by address; they are written
/// once, before anyone else sees the program, so sharing it is safe.
final class Program: @unchecked Sendable {
  let code: UnsafeMutablePointer<Int32>
  let codeCount: Int
  let literal: UnsafeMutablePointer<UInt8>
  /// The slots as a render begins: constants in their places, all else missing.
  let image: UnsafeMutablePointer<Value>
  /// Slots of the main template: the page's values first.
  let slotCount: Int
  let layout: Layout
  private let layoutEntries: UnsafeMutablePointer<Layout.Entry>
  let shapes: ShapeTable
  let options: TemplateOptions
  let escapes: Bool
  let messages: [Fault]
  let hosts: [HostFunction]
  /// What the template asks the host for, behind the page's own values.
  private let asked: [TemplateValue]
  let places: PlaceTable
  private let memory: ConstantMemory

  init(_ parts: consuming ProgramParts) {
    code = .allocate(capacity: parts.code.count)
    code.initialize(from: parts.code, count: parts.code.count)
    codeCount = parts.code.count
    literal = .allocate(capacity: parts.literal.count + 16)
    literal.initialize(repeating: 0, count: parts.literal.count + 16)
    literal.update(from: parts.literal, count: parts.literal.count)
    memory = ConstantMemory()
    slotCount = parts.slotCount
    image = .allocate(capacity: parts.slotCount + 1)
    image.initialize(repeating: .undefined, count: parts.slotCount + 1)
    for constant in parts.constants {
      image[constant.slot] = memory.value(of: constant.constant)
    }
    layout = parts.layout
    layoutEntries = .allocate(capacity: parts.layout.entries.count)
    layoutEntries.initialize(from: parts.layout.entries, count: parts.layout.entries.count)
    shapes = parts.shapes
    options = parts.options
    escapes = parts.escapes
    messages = parts.messages
    hosts = parts.hosts
    asked = parts.asked
    places = parts.places
  }

  deinit {
    code.deallocate()
    literal.deallocate()
    layoutEntries.deallocate()
    image.deallocate()
  }

  /// A page's values with those that its template asks the host for.
  func completed(_ page: TemplateValue) -> TemplateValue {
    guard !asked.isEmpty, case .record(let fields) = page else { return page }
    return .record(fields + asked)
  }

  var layoutView: LayoutView {
    LayoutView(entries: UnsafePointer(layoutEntries), program: .passUnretained(self))
  }
}

/// What the compiler hands over.
struct ProgramParts {
  var code: [Int32]
  var literal: [UInt8]
  var constants: [(slot: Int, constant: Constant)]
  var slotCount: Int
  var layout: Layout
  var shapes: ShapeTable
  var options: TemplateOptions
  /// Whether texts are escaped beside markup, outside of `autoescape` blocks.
  var escapes: Bool
  var messages: [Fault]
  var hosts: [HostFunction]
  var asked: [TemplateValue]
  var places: PlaceTable
}

/// A value known at load time.
indirect enum Constant: Sendable, Hashable {
  /// With the name that is missing.
  case undefined(String)
  case none
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case list([Constant])
}

extension Constant {
  /// Texts by their bytes, since an `é` of one scalar and one of two are printed as they are written;
  /// fractions by theirs, since `-0.0` is not printed as `0.0`.
  static func == (left: Constant, right: Constant) -> Bool {
    switch (left, right) {
    case (.undefined(let one), .undefined(let other)), (.text(let one), .text(let other)):
      one.utf8.elementsEqual(other.utf8)
    case (.none, .none): true
    case (.boolean(let one), .boolean(let other)): one == other
    case (.integer(let one), .integer(let other)): one == other
    case (.number(let one), .number(let other)): one.bitPattern == other.bitPattern
    case (.list(let one), .list(let other)): one == other
    default: false
    }
  }
}

/// The arena of a program's constants; a class, as closures of the initializer share it.
private final class ConstantMemory {
  private var arena = Arena(blockSize: 1 << 12)

  func value(of constant: Constant) -> Value {
    switch constant {
    case .undefined(let name):
      var value = arena.text(name)
      value.tag = .undefined
      return value
    case .none: return .none
    case .boolean(let value): return Value(value)
    case .integer(let value): return Value(value)
    case .number(let value): return Value(value)
    case .text(let text): return arena.text(text)
    case .list(let items):
      let values = items.map { value(of: $0) }
      return arena.list(values)
    }
  }
}

/// Which place in the templates an instruction comes from; read only when something fails.
struct PlaceTable: Sendable {
  /// In the order of the code: from this offset on, this place.
  var entries: [(offset: Int, place: Place, chain: [String])] = []
  var sources: [SourceText] = []

  /// The diagnostic of a fault at an offset of the code.
  func diagnostic(_ fault: Fault, at offset: Int) -> Diagnostic {
    guard let entry = entries.last(where: { $0.offset <= offset }) else {
      return Diagnostic(fault.code, fault.message, fix: fault.fix)
    }
    let problem = Problem(fault.code, fault.message, at: entry.place, fix: fault.fix)
    return problem.diagnostic(in: sources, chain: entry.chain)
  }
}
