internal import Basics

/// The memory of a render: slots, calls, workspace.
struct MachineRun: ~Copyable {
  var work: Workspace
  var slots: UnsafeMutablePointer<Value>
  private var slotCapacity: Int
  /// What a filter, test or function is given; the compiler allows no more.
  let arguments = UnsafeMutablePointer<Value>.allocate(capacity: 16)
  var calls: [CallRecord] = []
  /// Where the next frame starts.
  var top = 0
  var captures: [Int] = []
  /// In place of the program's own functions, from the first on.
  var hosts: [HostFunction] = []
  /// Whose constants stand in the slots; kept so that its addresses stay valid.
  private var loaded: Program?

  init(_ options: TemplateOptions) {
    work = Workspace(options)
    slotCapacity = 256
    slots = .allocate(capacity: slotCapacity)
    slots.initialize(repeating: .undefined, count: slotCapacity)
    work.jsonTag = options.checking == .strict ? .json : .html
    work.cutsToText = options.checking == .strict
    work.printsMissing = options.checking == .lenient
  }

  deinit {
    slots.deallocate()
    arguments.deallocate()
  }

  /// Renders one page into the output buffer.
  mutating func render(_ program: Program, _ page: TemplateValue) throws(TemplateError) {
    var at = 0
    do throws(Fault) {
      try prepare(program, page)
      try execute(program, &at)
      if work.output.isFull { throw work.tooLarge() }
    } catch {
      throw TemplateError(program.places.diagnostic(error, at: at))
    }
  }

  private mutating func prepare(_ program: Program, _ page: TemplateValue) throws(Fault) {
    work.output.clear()
    work.arena.reset()
    work.lacking = nil
    work.stepsLeft.pointee = work.stepLimit
    // Left behind by a page that failed.
    if !calls.isEmpty { calls.removeAll(keepingCapacity: true) }
    if !captures.isEmpty { captures.removeAll(keepingCapacity: true) }
    work.escapes = program.escapes
    if loaded !== program { load(program) }
    // Nothing of the page before may stay in reach: its memory has just been given back.
    slots.update(from: program.image, count: program.slotCount)
    top = program.slotCount
    let record = try work.arena.lay(program.completed(page), 0, program.layoutView)
    if let start = record.items.baseAddress {
      slots.update(from: start, count: record.count)
    }
  }

  private mutating func load(_ program: Program) {
    loaded = program
    work.shapes = program.shapes
    top = 0
    reserve(program.slotCount)
  }

  /// Makes room for `count` slots from `top` on; may move all slots.
  mutating func reserve(_ count: Int) {
    guard top + count > slotCapacity else { return }
    let capacity = max(slotCapacity * 2, top + count)
    let bigger = UnsafeMutablePointer<Value>.allocate(capacity: capacity)
    bigger.initialize(from: slots, count: slotCapacity)
    (bigger + slotCapacity).initialize(repeating: .undefined, count: capacity - slotCapacity)
    slots.deallocate()
    slots = bigger
    slotCapacity = capacity
  }
}

/// Where a macro returns to.
struct CallRecord {
  var returnTo: Int
  var frame: Int
  var top: Int
  var escapes: Bool
}
