internal import Basics

/// A band with its place on the drawing.
struct PlacedBand: Hashable {
  var band: ChartBand
  var left: Double
  var right: Double
  /// From the top; bands that meet in time or whose letters would touch stand in different rows.
  var row: Int
  /// `A  Docs sprint`, or the letter alone.
  var label: String
}

/// Puts bands in rows and names them where there is room.
///
/// The widest band gets its name first, so that of two names that would touch the narrower band
/// keeps its letter only.
func bandRows(_ bands: [ChartBand], on time: TimeScale, variant: Variant) -> [PlacedBand] {
  var placed: [PlacedBand] = []
  for band in bands.sorted(by: { ($0.from, $0.to, $0.letter) < ($1.from, $1.to, $1.letter) })
  where band.to >= time.first && band.from <= time.last && band.from <= band.to {
    var next = PlacedBand(
      band: band, left: time.position(of: max(band.from, time.first)),
      right: time.position(of: min(band.to, time.last)), row: 0, label: band.letter)
    while placed.contains(where: { $0.row == next.row && $0.meets(next, variant) }) {
      next.row += 1
    }
    placed.append(next)
  }
  return variant.isRoomy ? named(placed, variant) : placed
}

private func named(_ bands: [PlacedBand], _ variant: Variant) -> [PlacedBand] {
  var result = bands
  let widestFirst = bands.indices.sorted {
    (bands[$1].right - bands[$1].left, $0) < (bands[$0].right - bands[$0].left, $1)
  }
  for index in widestFirst {
    var candidate = result[index]
    candidate.label = "\(candidate.band.letter)\u{A0}\u{A0}\(candidate.band.name)"
    let box = candidate.text(variant).box
    guard box.left >= 0, box.right <= variant.width else { continue }
    let others = result.indices.filter { $0 != index && result[$0].row == candidate.row }
    if !others.contains(where: { result[$0].text(variant).box.overlaps(box, gap: 6) }) {
      result[index] = candidate
    }
  }
  return result
}

extension PlacedBand {
  /// The label above the band, centred on it and pushed inside the drawing.
  func text(_ variant: Variant) -> PlacedText {
    PlacedText(
      text: label, at: Place(x: (left + right) / 2, y: 19 + 22 * Double(row)), anchor: .middle,
      style: .bandLabel
    ).pushed(between: 0, and: variant.width)
  }

  fileprivate func meets(_ other: PlacedBand, _ variant: Variant) -> Bool {
    (left < other.right && other.left < right)
      || text(variant).box.overlaps(other.text(variant).box, gap: 4)
  }
}
