extension MeasurementTable {
  /// The table of some of its rows, in the same order.
  package func selection(where isWanted: (Measurement) -> Bool) -> MeasurementTable {
    MeasurementTable(sorted: rows.filter(isWanted))
  }
}
