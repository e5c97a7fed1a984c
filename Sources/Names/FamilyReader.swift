internal import Bitext
internal import French
internal import Terminology

/// Reads families: «les frères Kouachi» are "the Kouachi brothers", «les époux Macron» and «les Macron» "the Macrons".
struct FamilyReader {
  let recognition: Recognition

  private var words: TitleWords { recognition.knowledge.words }

  private static let plural = FormSet([Folding.exactHash("les")])

  /// The phrase that starts at `token`, its article excluded.
  func match(at token: Int) -> TermMatch? {
    guard recognition.isWord(token - 1, Self.plural) else { return nil }
    if let kin = words.match(.kin, at: token, in: recognition.table) {
      let start = token + kin.count
      guard recognition.isCapitalized(start), !recognition.flags(start).contains(.shouted),
        let name = knownFamily(at: start) ?? unknownFamily(at: start)
      else { return nil }
      let target = kin.english.isEmpty ? plural(name.target) : name.target + " " + kin.english
      return match(token..<name.end, target)
    }
    // «les TAN» is an acronym.
    guard recognition.isCapitalized(token),
      !recognition.flags(token).contains(.allCapitals)
        || recognition.flags(token).contains(.shouted),
      let name = knownFamily(at: token),
      !isOther(token..<name.end)
    else { return nil }
    return match(token..<name.end, plural(name.target))
  }

  private func match(_ tokens: Range<Int>, _ target: String) -> TermMatch {
    TermMatch(
      tokens: tokens, determiner: tokens.lowerBound - 1, kind: .person, target: target,
      article: .the, morphology: [.human, .plural], isPlural: true, origin: .computed,
      rule: "family")
  }

  /// AP Stylebook, "plurals": "the Kennedys", "the Bushes".
  private func plural(_ name: String) -> String {
    let hissing = ["s", "x", "z", "ch", "sh"].contains { name.hasSuffix($0) }
    return name + (hissing ? "es" : "s")
  }

  /// A family name of some row, where all rows agree on its English.
  private func knownFamily(at token: Int) -> (target: String, end: Int)? {
    let hits = recognition.hits(at: token).filter { $0.isFamilyName }
    guard let longest = hits.first?.tokens, ends(at: longest.upperBound) else { return nil }
    let targets = Set(
      hits.filter { $0.tokens == longest }.map { recognition.term($0).targetFamily })
    let target = targets.count == 1 ? targets.first : recognition.string(longest)
    return target.map { ($0, longest.upperBound) }
  }

  private func unknownFamily(at token: Int) -> (target: String, end: Int)? {
    guard ends(at: token + 1) else { return nil }
    return (recognition.string(token..<token + 1), token + 1)
  }

  /// No further name follows: «les frères Jules et Edmond de Goncourt».
  private func ends(at token: Int) -> Bool {
    let flags = recognition.flags(token)
    if flags.contains(.hyphenBefore) { return false }
    // «les Messi, Ronaldo et autres» are men like them.
    if recognition.isWord(token, Closed.and) || recognition.isMark(token, ",") {
      return !recognition.isCapitalized(token + 1)
    }
    return !recognition.isCapitalized(token) || flags.contains(.sentenceStart)
  }

  /// The word is a place, a people or a body as well: «les Alpes».
  private func isOther(_ tokens: Range<Int>) -> Bool {
    recognition.firstHit(at: tokens.lowerBound) { hit, _ in
      !hit.isFamilyName && hit.kind != .person && hit.tokens.upperBound >= tokens.upperBound
    } != nil
  }
}
