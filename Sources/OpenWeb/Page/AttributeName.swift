/// The attributes some rule must know; `other` is any other name.
package enum AttributeName: String, Sendable, CaseIterable {
  case other = ""
  /// Any name that starts with `on`: an event handler.
  case handler = "on"
  case action, alt, archive, async, attributionsrc, background, by
  case `class`, classid, code, codebase, color, content, cursor, data, disabled, dynsrc, encoding
  case face, fill, filter, formaction, from, height, href, hreflang, id, imagesrcset, integrity
  case lang, longdesc, lowsrc, manifest, mask, name, nonce, ping, poster, profile
  case referrerpolicy, rel, role, sandbox, size, src, srcdoc, srcset, stroke, style
  case target, title, to, type, usemap, value, values, width, xmlns
  case ariaHidden = "aria-hidden"
  case ariaLabel = "aria-label"
  case ariaLabelledBy = "aria-labelledby"
  case attributeName = "attributename"
  case clipPath = "clip-path"
  case httpEquiv = "http-equiv"
  case markerEnd = "marker-end"
  case markerMid = "marker-mid"
  case markerStart = "marker-start"
  case popoverTarget = "popovertarget"
  case xlinkHref = "xlink:href"
  case xmlBase = "xml:base"
}
