internal import Bitext
internal import French
internal import Terminology

/// Reads the year and the host of an event that comes again: «les Jeux olympiques 2012 de Londres» are "the 2012
/// London Olympics", «la Coupe du monde de 1998» is "the 1998 World Cup".
struct OccasionReader {
  let recognition: Recognition

  private var words: TitleWords { recognition.knowledge.words }

  /// `match`, which is the row of an event, with the year and the host after it; nil if neither is there.
  func occasion(of match: TermMatch) -> TermMatch? {
    let (front, whole) = Self.front(of: match.target)
    var (year, name) = Self.split(whole)
    guard words.recurs(name) else { return nil }
    var host: MatchedTerm?
    var end = match.tokens.upperBound
    var parts = [
      TermPart(tokens: match.tokens, kind: .event, target: front + name, concept: match.concept)
    ]
    while true {
      if year == nil, let (tokens, digits) = self.year(at: end) {
        year = digits
        parts.append(TermPart(tokens: tokens, kind: .date, target: digits, concept: ""))
        end = tokens.upperBound
      } else if host == nil, words.hosted[name] != nil, let hit = city(at: end) {
        let term = recognition.term(hit)
        parts.append(
          TermPart(
            tokens: hit.tokens, kind: .place, target: recognition.target(term),
            concept: term.concept))
        host = term
        end = hit.tokens.upperBound
      } else {
        break
      }
    }
    guard parts.count > 1 else { return nil }
    name = words.hosted[name] ?? name
    var occasion = match
    occasion.tokens = match.tokens.lowerBound..<end
    occasion.target =
      front + [year, host.map(recognition.target), name].compactMap { $0 }.joined(separator: " ")
    occasion.concept = ConceptID.make(kind: .event, target: occasion.target)
    occasion.origin = .computed
    occasion.rule = "occasion"
    occasion.parts = parts
    return occasion
  }

  /// "opening ceremony of the " and "Olympics".
  private static func front(of target: String) -> (front: String, rest: String) {
    guard let link = target.place(of: " of the ") else { return ("", target) }
    return (String(target[..<link.upperBound]), String(target[link.upperBound...]))
  }

  /// "2024 Olympics" as the year and the rest.
  private static func split(_ target: String) -> (year: String?, name: String) {
    let digits = target.utf8.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    let rest = target.utf8.dropFirst(4)
    guard digits.count == 4, rest.first == UInt8(ascii: " ") else { return (nil, target) }
    return (String(Substring(digits)), String(Substring(rest.dropFirst())))
  }

  /// Four digits at `token` or after «de» that are a year, with the tokens read.
  private func year(at token: Int) -> (tokens: Range<Int>, digits: String)? {
    let start = recognition.isWord(token, Closed.of) ? token + 1 : token
    guard recognition.flags(start).contains(.number) else { return nil }
    let digits = recognition.string(start..<start + 1)
    guard digits.utf8.count == 4, let year = Int(digits), (1800..<2100).contains(year) else {
      return nil
    }
    return (token..<start + 1, digits)
  }

  /// A city of the rows after «de».
  private func city(at token: Int) -> TermHit? {
    guard recognition.isWord(token, Closed.of), recognition.isCapitalized(token + 1),
      let hit = recognition.firstHit(
        at: token + 1,
        where: { hit, term in hit.kind == .place && !hit.isFamilyName && !term.hasConcept(term.link)
        }),
      !recognition.flags(hit.tokens.upperBound).contains(.hyphenBefore)
    else { return nil }
    return hit
  }
}
