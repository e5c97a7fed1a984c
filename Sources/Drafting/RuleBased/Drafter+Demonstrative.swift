internal import Bitext
internal import French

/// Pronouns that point: "ce dernier", "celui-ci", "celui qui".
extension Drafter {
  /// "ce dernier", "ces dernières" as a pronoun, "celui-ci".
  func isLatter(_ unit: SyntaxUnit) -> Bool {
    if demonstrative(unit) != .none { return true }
    guard unit.tokens.count == 2 else { return false }
    let first = FunctionWords.word(sentence.table.exact[unit.tokens.lowerBound])
    return [.ce, .cette, .ces].contains(first) && !isThatWhich(unit)
      && Self.latter.contains(sentence.table.exact[unit.tokens.lowerBound + 1])
  }

  /// "ce", "cette" or "ces" for "celui-ci", "celle-ci", "ceux-ci"; `.none` for other words.
  private func demonstrative(_ unit: SyntaxUnit) -> FunctionWord {
    guard unit.lemma == Self.near || unit.form == Self.near else { return .none }
    let token = unit.tokens.lowerBound
    let bytes = sentence.text[Int(sentence.table.start[token])..<Int(sentence.table.end[token])]
    switch bytes.dropFirst(3).first {
    case UInt8(ascii: "x"): return .ces
    case UInt8(ascii: "l"):
      return bytes.dropFirst(5).first == UInt8(ascii: "s") ? .ces : .cette
    default: return .ce
    }
  }

  private static let near = FormHash.of("celui-ci".utf8)

  private static let latter = ["dernier", "dernière", "derniers", "dernières"].map {
    FormHash.of($0.utf8)
  }

  /// "ce dernier" is the one named last: "he", "she", "it" or "they" before its verb, else the object's form.
  mutating func writeLatter(_ index: Int) -> Int {
    let unit = units[phrases[index].head]
    let tokens = unit.tokens
    let near = demonstrative(unit)
    let word =
      near == .none ? FunctionWords.word(sentence.table.exact[tokens.lowerBound]) : near
    let isSubject =
      plans[index].isSubject
      || index > 0 && phrases[index - 1].kind == .verbGroup
        && phrases[index - 1].first < 0 && isReporting(index - 1)
    if isSubject { ownerIsMany = word == .ces }
    if word == .ces {
      writer.write(isSubject ? "they" : "them", tokens)
      if isSubject { owner = .they }
    } else if word == .cette {
      let isWoman = context.sinceWoman <= context.sinceFeminineThing && context.sinceWoman < 3
      writer.write(isWoman ? isSubject ? "she" : "her" : "it", tokens)
      if isSubject { owner = isWoman ? .she : .thing }
    } else {
      let isMan = context.sinceMan <= context.sinceMasculineThing && context.sinceMan < 3
      writer.write(isMan ? isSubject ? "he" : "him" : "it", tokens)
      if isSubject { owner = isMan ? .he : .thing }
    }
    return index + 1
  }

  /// "celui de" is "that of", "ceux qui" "those who", "celui qui" "the one who".
  mutating func writeDemonstrative(_ index: Int) -> Int {
    let unit = units[phrases[index].head]
    let isPlural = unit.word == .ceux || unit.word == .celles
    let isRelative = index + 1 < phrases.count && phrases[index + 1].kind == .relative
    if isPlural {
      writer.write("those", unit.tokens)
    } else if isRelative {
      writer.write("the one", unit.tokens)
    } else {
      writer.write("that", unit.tokens)
    }
    return index + 1
  }
}
