import Basics
import ChartSVG

/// Numbers that look random and are the same in every run (Knuth's MMIX generator).
struct Dice {
  var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func roll(_ range: ClosedRange<Int>) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return range.lowerBound + Int((state >> 33) % UInt64(range.count))
  }

  mutating func pick<T>(_ from: [T]) -> T { from[roll(0...(from.count - 1))] }
}

let heading = ChartHeading(
  id: "fig-1", measure: "Posts per week", title: "Posts doubled", credit: "Source: forum. CC BY 4.0"
)

func day(_ text: String) -> CalendarDay { CalendarDay(text) ?? CalendarDay(daysSinceEpoch: 0) }

/// The values of weeks, from that of Monday 5 January 2026 on.
func weeks(_ values: [ChartValue]) -> [ChartPoint] {
  values.enumerated().map { index, value in
    let monday = day("2026-01-05").adding(days: 7 * index)
    return ChartPoint(
      days: monday...monday.adding(days: 6), label: "Week of \(shortDateText(monday))",
      value: value)
  }
}

func weeks(_ values: [Double]) -> [ChartPoint] { weeks(values.map { .number($0) }) }

/// The values of whole years from 2015 on.
func years(_ values: [Double]) -> [ChartPoint] {
  values.enumerated().map { index, value in
    ChartPoint(
      days: day("\(2015 + index)-01-01")...day("\(2015 + index)-12-31"), label: "\(2015 + index)",
      value: .number(value))
  }
}

func lineChart(_ points: [ChartPoint]...) -> LineChart {
  LineChart(
    heading: heading, unit: .count(noun: "posts"),
    series: points.enumerated().map { ChartSeries(name: "Line \($0 + 1)", points: $1) })
}

/// Names in several scripts, short and very long, with characters that need escaping.
let difficultNames = [
  "A", "Docs sprint", "Rückmeldungen zur Barrierefreiheit im Anmeldeformular", "新規参加者からの返信と質問",
  "Вопросы о переходе на новую версию", "أسئلة المجتمع", "ข้อเสนอแนะจากชุมชน",
  "<b>R&D</b> \"quoted\"",
  "WWWWWWWWWWWWWWWWWWWWWWWW", "समुदाय की प्रतिक्रिया", "질문과 답변", "👩‍👩‍👧 family", "",
  "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung",
]
