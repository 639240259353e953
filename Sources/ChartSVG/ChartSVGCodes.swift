package import Basics

/// The findings about charts and their colours.
package enum ChartSVGCodes {
  package static let faintColour = DiagnosticCode(
    "C001", "a colour is too faint",
    """
    Lines and marks need a contrast of 3 to 1 with the page, texts and the lines that are named in \
    their own colour 4.5 to 1 (WCAG 2.2, criteria 1.4.11 and 1.4.3). Take a darker colour on a \
    light ground, a lighter one on a dark ground.
    """)
  package static let alikeColours = DiagnosticCode(
    "C002", "two colours are too alike",
    """
    Two data colours must stay apart for every reader: at least 7 (OKLab distance × 100) under \
    normal vision and under simulated protanopia, deuteranopia and tritanopia. Change the hue or, \
    better, the lightness of one of them.
    """)
  package static let tooManyLines = DiagnosticCode(
    "C003", "a chart has too many lines",
    """
    More than four lines in one chart, or six in a slope, cannot be followed. Leave some out, or \
    show them as small multiples, which take as many as there are.
    """)
  package static let remarkWithoutPoint = DiagnosticCode(
    "C004", "a remark stands at no point",
    """
    A remark is drawn at the value of one period of one line. Its day must lie in a period that has \
    a value which may be shown, and its line must be in the chart.
    """)
  package static let notANumber = DiagnosticCode(
    "C005", "a value is not a number",
    """
    An infinity or a result of dividing by zero cannot be drawn; the place is left as a gap. A \
    value that could not be measured should be given as missing, with the reason.
    """)
  package static let unknownHighlight = DiagnosticCode(
    "C006", "a highlighted name is not in the chart",
    "The names to highlight must be written as the lines are named.")
  package static let tooManyRemarks = DiagnosticCode(
    "C007", "a chart has too many remarks",
    """
    At most three remarks are drawn, one on a small screen, the first ones first. Say the rest in \
    the text.
    """)
  package static let unequalRows = DiagnosticCode(
    "C008", "a row is not as long as the head of its table",
    "Each row of a grid has one value for each column.")

  package static let all: [DiagnosticCode] = [
    faintColour, alikeColours, tooManyLines, remarkWithoutPoint, notANumber, unknownHighlight,
    tooManyRemarks, unequalRows,
  ]
}
