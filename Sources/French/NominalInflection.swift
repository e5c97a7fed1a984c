package import Bitext

/// Plurals and feminines of French nouns and adjectives, by the rows of `Data/nominal-inflection.tsv`.
///
/// "acteur" gives "acteurs" and "actrice", "journal" "journaux", "turc" "turque".
package struct NominalInflection: Sendable {
  /// What is derived from the masculine singular, or the singular.
  package enum Derivation: UInt8, Sendable {
    case plural = 1
    case feminine = 2
  }

  /// The forms that replace a word or its ending; the first is the usual one.
  struct Rule: Sendable {
    var removed: Int
    var added: [[UInt8]]
  }

  private var words = FormMap<Rule>()
  private var endings = FormMap<Rule>()
  private var longestEnding = 0

  /// Reads the rules: `derivation⇥pattern⇥result`, where `plural`, `feminine`, `feminine.noun` and
  /// `feminine.adj` are derivations, a pattern with `-` is an ending, and results are separated by `|`.
  package init(_ data: MappedBytes) throws {
    var rows = DataRows(data, file: "nominal-inflection.tsv", columns: 3)
    while try rows.advance() {
      let keys: [UInt64]
      switch rows.text(0) {
      case "plural": keys = [Self.key(.plural, .noun), Self.key(.plural, .adjective)]
      case "feminine": keys = [Self.key(.feminine, .noun), Self.key(.feminine, .adjective)]
      case "feminine.noun": keys = [Self.key(.feminine, .noun)]
      case "feminine.adj": keys = [Self.key(.feminine, .adjective)]
      case "plural.noun": keys = [Self.key(.plural, .noun)]
      case "plural.adj": keys = [Self.key(.plural, .adjective)]
      default: throw rows.invalid(0)
      }
      let isEnding = rows[1].first == UInt8(ascii: "-")
      let pattern = Array(rows[1].dropFirst(isEnding ? 1 : 0))
      let results = rows[2].split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
      let rule = Rule(removed: pattern.count, added: results.map(Array.init))
      longestEnding = isEnding ? max(longestEnding, pattern.count) : longestEnding
      for key in keys {
        let hash = pattern.reduce(key, FormHash.next)
        if isEnding {
          endings[hash, default: rule] = rule
        } else {
          words[hash, default: rule] = rule
        }
      }
    }
  }

  private static func key(_ derivation: Derivation, _ pos: PartOfSpeech) -> UInt64 {
    let seed = FormHash.next(FormHash().value, derivation.rawValue)
    return FormHash.next(seed, pos == .adjective ? 2 : 1)
  }

  /// The rule for `word`, in lower case: a row of its own, else the longest ending.
  func rule(
    _ derivation: Derivation, of word: some BidirectionalCollection<UInt8>, as pos: PartOfSpeech
  ) -> Rule? {
    let key = Self.key(derivation, pos)
    if let rule = words[word.reduce(key, FormHash.next)] { return rule }
    var length = min(longestEnding, word.count)
    while length > 0 {
      if let rule = endings[word.suffix(length).reduce(key, FormHash.next)] { return rule }
      length -= 1
    }
    return nil
  }

  /// The plurals of a singular, the usual one first: "final" (adjective) gives "finals", "finaux".
  package func plurals(of lemma: String, as pos: PartOfSpeech = .noun) -> [String] {
    derive(.plural, from: lemma, as: pos, otherwise: "s")
  }

  /// The feminines of a masculine singular, the usual one first: "président" gives "présidente".
  ///
  /// A word with one form for both genders gives itself: "ministre".
  package func feminines(of lemma: String, as pos: PartOfSpeech = .noun) -> [String] {
    derive(.feminine, from: lemma, as: pos, otherwise: "e")
  }

  private func derive(
    _ derivation: Derivation, from lemma: String, as pos: PartOfSpeech, otherwise ending: String
  ) -> [String] {
    let lower = Folding.lower(lemma)
    guard let rule = rule(derivation, of: Array(lower.utf8), as: pos) else {
      return [lemma + ending]
    }
    let kept = lower.utf8.dropLast(rule.removed)
    let isCapitalized = lower != lemma
    return rule.added.map { added in
      // A word of one's own row is spelled as in the row, but for its capital.
      let form = String(decoding: Array(kept) + added, as: UTF8.self)
      guard isCapitalized else { return form }
      let stem = String(decoding: lemma.utf8.dropLast(rule.removed), as: UTF8.self)
      if !stem.isEmpty { return stem + String(decoding: added, as: UTF8.self) }
      return form.prefix(1).uppercased() + form.dropFirst()
    }
  }
}
