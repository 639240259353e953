#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// Runs work on a thread of its own with room for a thousand levels of recursion.
///
/// Where no thread can be had the work is done here.
func withLargeStack<Value>(_ work: () -> Value) -> Value {
  var result: Value?
  withoutActuallyEscaping({ result = work() }) { body in
    runOnThread(StackWork(body))
  }
  return result ?? work()
}

/// A class, since a C callback carries one pointer.
private final class StackWork {
  let body: () -> Void

  init(_ body: @escaping () -> Void) {
    self.body = body
  }
}

private func runOnThread(_ work: StackWork) {
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  defer { pthread_attr_destroy(&attributes) }
  guard pthread_attr_setstacksize(&attributes, 16 << 20) == 0 else { return }
  let context = Unmanaged.passUnretained(work).toOpaque()
  #if canImport(Darwin)
    var thread: pthread_t?
    guard pthread_create(&thread, &attributes, { run($0) }, context) == 0, let thread else {
      return
    }
  #else
    var thread = pthread_t()
    guard pthread_create(&thread, &attributes, { run($0) }, context) == 0 else { return }
  #endif
  pthread_join(thread, nil)
  withExtendedLifetime(work) {}
}

private func run(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let context { Unmanaged<StackWork>.fromOpaque(context).takeUnretainedValue().body() }
  return nil
}
