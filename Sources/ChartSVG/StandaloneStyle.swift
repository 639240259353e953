/// The style sheet inside a stand-alone drawing: literal light colours, dark ones where the reader
/// prefers dark, no custom properties, which many viewers of SVG files do not know.
func standaloneStyle(_ colours: ThemeColours) -> String {
  """
  <style>text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",\
  "Liberation Sans",Arial,sans-serif;font-size:13px;font-variant-numeric:tabular-nums}\
  .lab,.bandlab,.t1,.t2{font-weight:600}.bandlab{font-size:12.5px}.disc{font-size:12.5px;\
  font-weight:700}.sm{font-size:12.5px}.head{font-size:19px;font-weight:700}\
  .halo{paint-order:stroke;stroke-width:4px;stroke-linejoin:round}\
  .grid,.axis,.lead{stroke-width:1}.line,.edge,.lead,.whisk,.nofill{fill:none}\
  .line{stroke-width:2.25;stroke-linejoin:round;stroke-linecap:round}.edge,.whisk{\
  stroke-width:1.5}.rib{fill-opacity:.16}.ring{stroke-width:2}.med{stroke-width:3}\
  .ref{stroke-width:1;stroke-dasharray:2 3}.thin,.slope{stroke-width:1.75}.bold{\
  stroke-width:2.75}.wide{stroke-width:4}\(rules(colours.light))\
  @media (prefers-color-scheme:dark){\(rules(colours.dark))}</style>
  """
}

/// The rules that name colours.
private func rules(_ palette: Palette) -> String {
  let colours = palette.series.prefix(2).enumerated().map { index, colour in
    let (n, hex) = (index + 1, colour.hex)
    return ".k\(n){stroke:\(hex)}.f\(n),.t\(n){fill:\(hex)}"
  }
  let ramp = zip(palette.ramp, palette.rampText).enumerated().map { index, step in
    ".q\(index + 1){fill:\(step.0.hex)}.q\(index + 1)t{fill:\(step.1.hex)}"
  }
  let p = palette
  return """
    text{fill:\(p.ink2.hex)}.lab,.ann,.bandlab,.head{fill:\(p.ink.hex)}\
    .halo{stroke:\(p.background.hex)}.fbg,.disc,.paper{fill:\(p.background.hex)}\
    .fink{fill:\(p.ink.hex)}.kink,.ref{stroke:\(p.ink.hex)}.kbg{stroke:\(p.background.hex)}\
    .grid{stroke:\(p.grid.hex)}.axis,.edge,.lead{stroke:\(p.edge.hex)}\
    .band{fill:\(p.band.hex)}.range{fill:\(p.range.hex)}.q0{fill:\(p.surface.hex)}\
    .kx{stroke:\(p.context.hex)}.fx{fill:\(p.context.hex)}\
    \(colours.joined())\(ramp.joined())
    """
}
