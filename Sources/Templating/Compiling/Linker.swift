internal import Basics

/// Puts the functions of a program one after the other and fills in their addresses.
struct Linker {
  let functions: [FunctionBuilder]

  init(_ functions: [FunctionBuilder]) {
    self.functions = functions
  }

  func linked(sources: [SourceText]) -> (code: [Int32], places: PlaceTable) {
    var starts: [Int] = []
    var total = 0
    for function in functions {
      starts.append(total)
      total += function.code.count
    }
    var code: [Int32] = []
    var places = PlaceTable(sources: sources)
    for (index, function) in functions.enumerated() {
      let base = starts[index]
      var part = function.code
      for site in function.jumpSites { part[site] += Int32(base) }
      for site in function.callSites { fill(&part, site, starts) }
      code += part
      places.entries += function.places.map { (base + $0.offset, $0.place, $0.chain) }
    }
    return (code, places)
  }

  func fill(
    _ code: inout [Int32], _ site: (offset: Int, function: Int), _ starts: [Int]
  ) {
    // call: place, size; callBody: closure, place.
    if code[site.offset] == Operation.call.code {
      code[site.offset + 1] = Int32(starts[site.function])
      code[site.offset + 2] = functions[site.function].slotCount
    } else {
      code[site.offset + 2] = Int32(starts[site.function])
    }
  }
}
