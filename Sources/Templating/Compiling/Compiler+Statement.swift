internal import Basics

extension Compiler {
  mutating func nodes(_ nodes: [Node]) {
    for node in nodes where !isUnreachable { self.node(node) }
  }

  mutating func node(_ node: Node) {
    switch node.kind {
    case .data(let bytes): data(bytes, at: node.place)
    case .output(let expression): if !isSilent { output(expression) }
    case .loop(let loop): self.loop(loop)
    case .branch(let branches, let otherwise): branch(branches, otherwise, at: node.place)
    case .set(let target, let value): set(target, value)
    case .setBlock(let target, let filter, let body): setBlock(target, filter, body)
    case .with(let pairs, let body): with(pairs, body)
    case .block(let block): if !isSilent { self.block(block) }
    case .extends(let names): misplacedExtends(names, at: node.place)
    case .include(let include): if !isSilent { self.include(include, at: node.place) }
    case .importModule(let names, let alias, let withContext):
      importModule(names, as: alias, withContext: withContext, at: node.place)
    case .importNames(let names, let imported, let withContext):
      importNames(names, imported, withContext: withContext, at: node.place)
    case .macro(let macro): define(macro)
    case .callBlock(let body, let call): if !isSilent { callBlock(body, call, at: node.place) }
    case .filterBlock(let filter, let body): if !isSilent { filterBlock(filter, body) }
    case .autoescape(let flag, let body): autoescape(flag, body)
    case .leave: leave(at: node.place, continues: false)
    case .skip: leave(at: node.place, continues: true)
    }
  }

  mutating func data(_ bytes: [UInt8], at place: Place) {
    guard !isSilent else {
      if isStrict, !bytes.allSatisfy(isBlank) { reportLost(bytes, at: place) }
      return
    }
    feed(bytes, at: place)
    emitLiteral(bytes, at: place)
  }

  mutating func reportLost(_ bytes: [UInt8], at place: Place) {
    let lead = bytes.prefix(while: isBlank).count
    let length = bytes.dropFirst(lead).prefix { $0 != 10 }.count
    let start = Int(place.start) + lead
    report(
      TemplatingCodes.inheritance,
      "this text is never shown: the template extends another, and it stands outside of blocks",
      at: Place(source: Int(place.source), start..<start + length), fix: "move it into a block")
  }

  mutating func misplacedExtends(_ names: TemplateNames, at place: Place) {
    report(
      TemplatingCodes.unsupported, "`extends` must stand at the top of a template, outside of tags",
      at: place, fix: "choose with a variable inside one layout instead")
  }

  // MARK: Output

  mutating func output(_ expression: Expression) {
    if case .call(let callee, let arguments) = expression.kind,
      directCall(callee, arguments, at: expression.place)
    {
      return
    }
    let operand = value(expression)
    let place = expression.place
    requirePrintable(operand.type, expression)
    guard isStrict else {
      return emitValue(operand, escapes ? .text : .plain, at: place)
    }
    switch context.action(operand.type) {
    case .success(.text):
      // What is known at load time becomes part of the page's own text.
      if case .text(let known)? = operand.constant {
        var bytes: [UInt8] = []
        HTMLEscaping.append(known.utf8, to: &bytes)
        emitLiteral(bytes, at: place)
      } else {
        emitValue(operand, .text, at: place)
      }
    case .success(let escaper): emitValue(operand, escaper, at: place)
    case .failure(let fault): report(fault.code, fault.message, at: place, fix: fault.fix)
    }
  }

  mutating func emitValue(_ operand: Operand, _ escaper: Escaper, at place: Place) {
    if escaper == .text {
      emit(.emit, afterLiteral: .textEmit, [operand.slot, operand.field], at: place)
    } else {
      emit(
        .emitAs, afterLiteral: .textEmitAs, [escaper.rawValue, operand.slot, operand.field],
        at: place)
    }
  }

  /// Drives the HTML state over literal text.
  mutating func feed(_ bytes: [UInt8], at place: Place) {
    guard isStrict, let fault = context.feed(bytes) else { return }
    let start = Int(place.start) + fault.offset
    report(
      fault.fault.code, fault.fault.message,
      at: Place(source: Int(place.source), start..<min(start + 1, Int(place.end))),
      fix: fault.fault.fix)
  }

}

// MARK: Contexts

extension Compiler {
  /// Demands that a stretch of a template ends where it began in the HTML.
  mutating func requireSameContext(_ start: HTMLContext, at place: Place, what: String) {
    defer { isUnreachable = false }
    guard isStrict, !isUnreachable else {
      context = start
      return
    }
    guard context.endsLike(start) else {
      reportUneven(start, at: place, what: what)
      context = start
      return
    }
    context = context.merged(with: start)
  }

  private mutating func reportUneven(_ start: HTMLContext, at place: Place, what: String) {
    guard start.spoken == context.spoken else {
      return report(
        TemplatingCodes.unevenContext,
        "\(what) starts \(start.spoken) and ends \(context.spoken)", at: place,
        fix: "begin and end in the same place")
    }
    report(
      TemplatingCodes.unevenContext,
      "\(what) starts and ends \(start.spoken), but at two different points of it", at: place,
      fix: start.state == .quotedValue
        ? "write the whole attribute in it, or one value: `{{ … if … else … }}`"
        : "begin and end in the same place")
  }
}
