#if canImport(Glibc)
  import CHeap
  import Foundation
  import Testing

  /// Where the kernel has large pages to give.
  @Suite(
    .enabled(if: FileManager.default.fileExists(atPath: "/sys/kernel/mm/transparent_hugepage")))
  struct LargePagesTests {
    @Test func asksForThemWhereTheHeapGrows() throws {
      cheap_take_large_pages()
      let block = UnsafeMutableRawPointer.allocate(byteCount: 100_000, alignment: 16)
      defer { block.deallocate() }
      // Such a file tells no size, and is read to its end.
      let file = try #require(FileHandle(forReadingAtPath: "/proc/self/smaps"))
      let mappings = String(decoding: try file.readToEnd() ?? Data(), as: UTF8.self)
      let found = try #require(flags(of: UInt(bitPattern: block), in: mappings))
      #expect(found.split(separator: " ").contains("hg"))
    }

    /// `VmFlags: rd wr mr hg`, of the mapping in which an address lies.
    private func flags(of address: UInt, in mappings: String) -> Substring? {
      var isInside = false
      for line in mappings.split(separator: "\n") {
        let range = line.prefix { $0 != " " }
        let ends = range.split(separator: "-").compactMap { UInt($0, radix: 16) }
        if ends.count == 2 { isInside = (ends[0]..<ends[1]).contains(address) }
        if isInside, line.hasPrefix("VmFlags:") { return line }
      }
      return nil
    }
  }
#endif
