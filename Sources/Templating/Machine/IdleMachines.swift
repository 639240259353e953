internal import Synchronization

/// Machines that wait for their next page, so that a page allocates none; as many as pages were ever
/// rendered at once.
///
/// A class, since all copies of a set share them.
final class IdleMachines: Sendable {
  private let machines = Mutex<[Machine]>([])

  /// Calls `use` with a machine that nobody else uses.
  func lend<Result>(
    _ options: TemplateOptions, _ use: (inout MachineRun) throws(TemplateError) -> Result
  ) throws(TemplateError) -> Result {
    let machine = machines.withLock { $0.popLast() } ?? Machine(options)
    defer { machines.withLock { $0.append(machine) } }
    return try use(&machine.run)
  }

  /// A class, since an array holds no value that cannot be copied. Unchecked, since whoever has one
  /// has taken it out of the array.
  private final class Machine: @unchecked Sendable {
    var run: MachineRun

    init(_ options: TemplateOptions) {
      run = MachineRun(options)
    }
  }
}
