internal import JSONText

extension MeasurementTable {
  /// The table as a JSON array of objects, one a line; a missing number is null.
  ///
  ///     {"community":"history-meta","metric":"contributors","period":"2018","segment":"all",
  ///      "value":61,"unit":"people","n":null,"low":null,"high":null,"note":""}
  package func json() -> [UInt8] {
    var bytes = Array("[\n".utf8)
    bytes.reserveCapacity(rows.count * 160)
    for (index, row) in rows.enumerated() {
      if index > 0 { bytes += Array(",\n".utf8) }
      var writer = JSONWriter()
      writer.object { row.write(to: &$0) }
      bytes += writer.bytes
    }
    return bytes + Array("\n]\n".utf8)
  }
}

extension Measurement {
  fileprivate func write(to object: inout JSONWriter) {
    let texts = [
      ("community", community), ("metric", metric.description), ("period", period.description),
      ("segment", segment.description),
    ]
    for (name, text) in texts {
      object.name(name)
      object.string(text)
    }
    let estimate = result.value
    object.name("value")
    object.number(estimate?.value)
    object.name("unit")
    object.string(unit.rawValue)
    let rest = [
      ("n", estimate?.n.map { Double($0) }), ("low", estimate?.low), ("high", estimate?.high),
    ]
    for (name, value) in rest {
      object.name(name)
      object.number(value)
    }
    object.name("note")
    object.string(note)
  }
}

extension JSONWriter {
  /// Whole numbers without a point.
  fileprivate mutating func number(_ value: Double?) {
    guard let value else { return null() }
    if let whole = Int(exactly: value) { integer(whole) } else { double(value) }
  }
}
