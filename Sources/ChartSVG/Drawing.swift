/// The body of one drawing with its size and its words, to be put on a page or in a file.
struct Drawing {
  /// The elements inside `svg`, without title and description.
  var body: [UInt8]
  /// In px.
  var width: Double
  var height: Double
  /// Names the kind of chart and the measure.
  var title: String
  /// Start, end, extremes and shape, in words.
  var description: String
}

extension Drawing {
  /// The drawing as an element of a page: `<svg class="v-s" role="img" …>`.
  func inline(id: String, className: String) -> [UInt8] {
    let id = xmlText(id)
    let opening = """
      <svg class="\(className)" role="img" viewBox="0 0 \(coordinate(width)) \(coordinate(height))" \
      aria-labelledby="\(id)-t \(id)-d"><title id="\(id)-t">\(xmlText(title))</title>\
      <desc id="\(id)-d">\(xmlText(description))</desc>
      """
    return Array(opening.utf8) + body + Array("</svg>".utf8)
  }
}
