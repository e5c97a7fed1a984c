internal import Bitext
internal import French

/// What may be a name after a title, without a known given name.
extension PersonNameReader {
  /// Without a known given name: no acronym ("journaliste TV"), no French preposition, four words at most.
  func isPlausible(_ tokens: Range<Int>) -> Bool {
    tokens.count <= 5 && !isCommon(tokens)
      && tokens.allSatisfy { token in
        let flags = recognition.flags(token)
        let isInner = token > tokens.lowerBound && !recognition.flags(token).contains(.hyphenBefore)
        let isOf = isInner && Closed.of.contains(recognition.table.exact[token])
        return (!isOf || tokens.count > 2)
          && (!flags.contains(.allCapitals) || flags.contains(.shouted))
      }
  }

  /// «le magistrat Commercial Numéro», «le représentant Consulaire»: words that the lexicon has, of which one alone is no
  /// surname.
  private func isCommon(_ tokens: Range<Int>) -> Bool {
    guard let lexicon = recognition.knowledge.lexicon else { return false }
    let table = recognition.table
    if tokens.count > 1 {
      return tokens.allSatisfy {
        lexicon.knows(exact: table.exact[$0]) && !givenNames.contains(table.folded[$0])
          && !recognition.flags($0).contains(.hyphenBefore)
      }
    }
    let token = tokens.lowerBound
    let bytes = recognition.text[Int(table.start[token])..<Int(table.end[token])]
    return Self.adjectiveEndings.contains { bytes.reversed().starts(with: $0) }
      && lexicon.analyses(exact: table.exact[token]).contains { $0.pos == .adjective }
  }

  /// Endings of adjectives that are no surnames, backward.
  private static let adjectiveEndings = [
    "aire", "ique", "elle", "euse", "ive", "eux", "aux", "ale",
  ]
  .map { Array($0.utf8.reversed()) }
}
