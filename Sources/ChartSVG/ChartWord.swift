package import Basics

/// The words of charts that a language brings.
package enum ChartWord: String, CaseIterable, Sendable {
  // What a drawing is
  case lineChart = "chart_line"
  case smallLineCharts = "chart_small_lines"
  case barChart = "chart_bars"
  case divergingBars = "chart_diverging_bars"
  case slopeChart = "chart_slope"
  case boxPlots = "chart_boxes"
  case heatmap = "chart_heatmap"
  case shareTable = "chart_share_table"
  case shareRanges = "chart_share_ranges"
  // A line in words
  case staysAt = "line_stays"
  case endsWhereItBegan = "line_ends_where_it_began"
  case rises = "line_rises"
  case risesSteadily = "line_rises_steadily"
  case falls = "line_falls"
  case fallsSteadily = "line_falls_steadily"
  case noValue = "line_no_value"
  case oneValue = "line_one_value"
  case highestAndLowest = "line_highest_lowest"
  case onePeak = "line_one_peak"
  case twoPeaks = "line_two_peaks"
  case threePeaks = "line_three_peaks"
  case lowest = "line_lowest"
  case periodsWithheld = "line_periods_withheld"
  case periodsMissing = "line_periods_missing"
  case pointOfLine = "line_point"
  case ofSeries = "line_of_series"
  case usualRange = "chart_usual_range"
  case usualRangeInKey = "chart_usual_range_key"
  case usualValue = "chart_usual_value"
  case usualValueInKey = "chart_usual_value_key"
  case usualRangeBasis = "chart_usual_range_basis"
  case shadedCampaigns = "chart_shaded_campaigns"
  case numberedEvents = "chart_numbered_events"
  case topLine = "chart_top_line"
  // Values
  case suppressed = "value_suppressed"
  case suppressedMark = "value_suppressed_mark"
  case noData = "value_no_data"
  case noRange = "value_no_range"
  case notYet = "value_not_yet"
  case doesNotApply = "value_does_not_apply"
  case unfinished = "value_unfinished"
  case begunEarlier = "value_begun_earlier"
  case fewerThan = "value_fewer_than"
  case orMore = "value_or_more"
  case none = "value_none"
  case notShown = "value_not_shown"
  case cellsWithheld = "cells_withheld"
  case fromTo = "value_from_to"
  // Heads of tables
  case period = "head_period"
  case name = "head_name"
  case weekday = "head_weekday"
  case fromHour = "head_from_hour"
  case firstPost = "head_first_post"
  case peopleAfterAMonth = "head_people_after_a_month"
  case sizeOfColumn = "head_size_of_column"
  case askedBy = "head_asked_by"
  case number = "head_number"
  case numberIs = "head_number_is"
  case monthsLater = "head_months_later"
  case likely = "head_likely"
  case likelyFrom = "head_likely_from"
  case likelyTo = "head_likely_to"
  case seriesLikelyFrom = "head_series_likely_from"
  case seriesLikelyTo = "head_series_likely_to"
  case likelyRange = "value_likely"
  case percentile = "head_percentile"
  case median = "head_median"
  // Boxes
  case overHalfUnanswered = "box_over_half_unanswered"
  case boxWords = "box_words"
  case boxWordsOpen = "box_words_open"
  case boxMedian = "box_median"
  case boxFew = "box_few"
  case boxFewOpen = "box_few_open"
  case longerThanObserved = "box_longer_than_observed"
  case underTwenty = "box_under_twenty"
  // Nothing to draw
  case tooFewPeople = "empty_too_few_people"
  case tooFewPeopleRemedy = "empty_too_few_people_remedy"
  case nothingToDraw = "empty_nothing"
  case nothingToDrawRemedy = "empty_nothing_remedy"
  case notMeasured = "empty_not_measured"
  case notMeasuredRemedy = "empty_not_measured_remedy"
  // Around the drawing
  case keyToMarks = "key_to_marks"
  case dataOf = "data_of"
  case showDataOf = "show_data_of"
  case sparkLine = "spark_line"
  case sparkBetween = "spark_between"
  case sparkNow = "spark_now"
  case sparkLastShown = "spark_last_shown"
  // Days of the week as heads
  case monday = "weekday_1"
  case tuesday = "weekday_2"
  case wednesday = "weekday_3"
  case thursday = "weekday_4"
  case friday = "weekday_5"
  case saturday = "weekday_6"
  case sunday = "weekday_7"

  static let weekdays: [ChartWord] = [
    .monday, .tuesday, .wednesday, .thursday, .friday, .saturday, .sunday,
  ]
}

extension Wording {
  /// What stands beside `[c]`: `too few people, not shown`.
  package var tooFewToShow: String { self(.suppressed) }

  func callAsFunction(
    _ word: ChartWord, _ values: [String: MessageValue] = [:]
  ) -> String {
    text(key: word.rawValue, values)
  }
}
