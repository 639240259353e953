/// What the value of an attribute is, by its name and its element.
enum AttributeKind: Sendable, Equatable {
  case plain
  case address
  /// `link href`: what it loads is known only at the end of the tag.
  case linkAddress
  /// Loads code, a style or a frame: files of this site only.
  case asset
  case style
  /// A colour or paint of SVG: a typed value and nothing else.
  case paint
  case event
  /// No value is safe here.
  case forbidden
  /// Not on the list.
  case unknown

  init(attribute: String, tag: OpenTag) {
    let element = String(decoding: tag.name, as: UTF8.self)
    if attribute.hasPrefix("on") {
      self = .event
    } else if attribute.hasPrefix("data-") || attribute.hasPrefix("aria-") {
      self = .plain
    } else if let kind = AttributeKind.special[element]?[attribute] {
      self = kind
    } else if let kind = AttributeKind.everywhere[attribute] {
      self = kind
    } else if AttributeKind.plainNames.contains(attribute) || element.contains("-") {
      self = .plain
    } else {
      self = .unknown
    }
  }

  /// Attributes that mean something else on one element.
  private static let special: [String: [String: AttributeKind]] = [
    "script": ["src": .asset, "type": .forbidden, "href": .asset],
    "iframe": ["src": .asset, "name": .forbidden],
    "frame": ["src": .asset],
    "embed": ["src": .asset, "type": .forbidden],
    "object": ["data": .asset, "type": .forbidden, "name": .forbidden],
    "base": ["href": .asset, "target": .forbidden],
    "link": ["href": .linkAddress, "rel": .forbidden, "type": .forbidden, "as": .forbidden],
    "style": ["type": .forbidden, "media": .forbidden],
    "param": ["value": .forbidden, "name": .forbidden],
    "use": ["href": .asset, "xlink:href": .asset],
    "animate": forbiddenInAnimation, "set": forbiddenInAnimation,
    "animatetransform": forbiddenInAnimation, "animatemotion": forbiddenInAnimation,
    "form": ["target": .plain],
  ]

  private static let forbiddenInAnimation: [String: AttributeKind] = [
    "to": .forbidden, "from": .forbidden, "by": .forbidden, "values": .forbidden,
    "attributename": .forbidden, "href": .forbidden, "xlink:href": .forbidden,
  ]

  private static let everywhere: [String: AttributeKind] = [
    "href": .address, "src": .address, "action": .address, "formaction": .address,
    "cite": .address, "poster": .address, "longdesc": .address, "background": .address,
    "ping": .forbidden, "manifest": .asset, "itemid": .address, "xlink:href": .address,
    "srcset": .asset, "imagesrcset": .asset, "style": .style, "srcdoc": .forbidden,
    "http-equiv": .forbidden, "fill": .paint, "stroke": .paint, "filter": .paint, "mask": .paint,
    "clip-path": .paint, "marker-start": .paint, "marker-mid": .paint, "marker-end": .paint,
    "stop-color": .paint, "flood-color": .paint, "lighting-color": .paint, "color": .paint,
    "to": .forbidden, "from": .forbidden, "by": .forbidden, "values": .forbidden,
  ]

  private static let plainNames: Set<String> = [
    "abbr", "accept", "accesskey", "align", "allow", "alt", "autocomplete", "border", "charset",
    "checked", "class", "cols", "colspan", "content", "coords", "cx", "cy", "d", "datetime", "dir",
    "dirname", "disabled", "dominant-baseline", "download", "draggable", "dx", "dy",
    "enterkeyhint", "fill-opacity", "font-family", "font-size", "font-weight", "for", "form",
    "gradienttransform", "gradientunits", "headers", "height", "hidden", "high", "hreflang", "id",
    "inputmode", "ismap", "itemprop", "itemscope", "itemtype", "kind", "label", "lang",
    "list", "loading", "low", "max", "maxlength", "media", "method", "min", "minlength",
    "multiple", "name", "offset", "opacity", "open", "optimum", "pathlength", "pattern",
    "placeholder", "points", "preserveaspectratio", "property", "r", "readonly", "rel",
    "required", "reversed", "role", "rotate", "rows", "rowspan", "rx", "ry", "scope", "selected",
    "shape", "size", "sizes", "span", "spellcheck", "srclang", "start", "step",
    "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin",
    "stroke-opacity", "stroke-width", "summary", "tabindex", "target", "text-anchor",
    "textlength", "title", "transform", "translate", "type", "usemap", "valign", "value",
    "version", "viewbox", "vocab", "width", "wrap", "x", "x1", "x2", "xml:lang", "y", "y1", "y2",
  ]
}
