/// The elements some rule or the tokenizer must know; `other` is any other name.
///
/// In HTML as in SVG and MathML, names compare without regard to ASCII case.
package enum ElementName: String, Sendable, CaseIterable {
  case other = ""
  case a, abbr, address, applet, area, article, aside, audio
  case b, base, basefont, bdi, bdo, bgsound, big, blockquote, body, br, button
  case canvas, caption, center, cite, code, col, colgroup
  case data, datalist, dd, del, details, dfn, dialog, dir, div, dl, dt
  case em, embed, fieldset, figcaption, figure, font, footer, form, frame, frameset
  case h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html
  case i, iframe, image, img, input, ins, isindex, kbd, keygen
  case label, legend, li, link, listing, main, map, mark, marquee, menu, meta, meter
  case nav, nobr, noembed, noframes, noscript
  case object, ol, optgroup, option, output
  case p, param, picture, plaintext, pre, progress, q
  case rb, rp, rt, rtc, ruby
  case s, samp, script, search, section, select, selectedcontent, slot, small, source, span
  case strike, strong, style, sub, summary, sup
  case table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr, track, tt
  case u, ul, `var`, video, wbr, xmp
  // SVG
  case animate, circle, clippath, cursor, defs, desc, ellipse, feimage, filter, foreignobject
  case g, line, lineargradient, marker, mask, metadata, mpath, path, pattern, polygon
  case polyline, radialgradient, rect, set, stop, svg, `switch`, symbol, text, textpath, tspan
  case use, view
  case animateMotion = "animatemotion"
  case animateTransform = "animatetransform"
  // MathML
  case annotationXML = "annotation-xml"
  case malignmark, math, mglyph, mi, mn, mo, ms, mtext

  /// Elements of HTML that have no content and no end tag.
  var isVoid: Bool {
    switch self {
    case .area, .base, .basefont, .bgsound, .br, .col, .embed, .frame, .hr, .img, .input,
      .keygen, .link, .meta, .param, .source, .track, .wbr:
      true
    default: false
    }
  }

  /// Elements that can not stand in SVG or MathML: their start tag ends the drawing.
  ///
  /// HTML standard, 13.2.6.5; `font` does so only with some attributes.
  var endsForeignContent: Bool {
    switch self {
    case .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed,
      .h1, .h2, .h3, .h4, .h5, .h6, .head, .hr, .i, .img, .li, .listing, .menu, .meta, .nobr,
      .ol, .p, .pre, .ruby, .s, .small, .span, .strong, .strike, .sub, .sup, .table, .tt, .u,
      .ul, .var:
      true
    default: false
    }
  }

  /// Elements that count only in a table, or in a whole page.
  var isTablePart: Bool {
    switch self {
    case .caption, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr, .head, .body, .html,
      .frameset:
      true
    default: false
    }
  }

  /// Elements an end tag of a phrase cannot reach through ("special", HTML standard, 13.2.4.2).
  var isSpecial: Bool {
    switch self {
    case .address, .applet, .article, .aside, .blockquote, .body, .button, .center, .dd, .details,
      .dir, .div, .dl, .dt, .fieldset, .figcaption, .figure, .footer, .form, .frameset, .h1, .h2,
      .h3, .h4, .h5, .h6, .head, .header, .hgroup, .html, .iframe, .li, .listing, .main,
      .marquee, .menu, .nav, .noembed, .noframes, .noscript, .object, .ol, .p, .plaintext, .pre,
      .script, .search, .section, .select, .style, .summary, .table, .template, .textarea,
      .title, .ul, .xmp:
      true
    default: isVoid || isTablePart
    }
  }
}
