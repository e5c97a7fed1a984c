package import Bitext

/// A row with a form that a text is as a whole.
package struct RowHit: Sendable, Hashable {
  /// Index of the glossary in the matcher; a lower one has precedence.
  package var glossary: Int
  /// Index of the term in its glossary.
  package var term: Int
  /// The text is the family name alone.
  package var isFamilyName: Bool
  /// Letters and accents are those of the form, case aside.
  package var isExact: Bool
  /// Some guard must be satisfied where the term stands.
  package var isGuarded: Bool
}

extension TermMatcher {
  /// The rows with a form that all of `tokens` make up, whatever their case rules and guards say.
  package func rows(spanning tokens: TokenTable) -> [RowHit] {
    var found: [RowHit] = []
    for (index, glossary) in glossaries.map(\.trie).enumerated() {
      var node: UInt32? = tokens.count > 0 ? 0 : nil
      for hash in tokens.folded { node = node.flatMap { glossary.child($0, hash) } }
      guard let node else { continue }
      for form in glossary.forms(at: node) {
        let isExact = (0..<form.count).allSatisfy { form.token($0, is: tokens.exact[$0]) }
        found.append(
          RowHit(
            glossary: index, term: form.term, isFamilyName: form.isFamilyName, isExact: isExact,
            isGuarded: form.isGuarded))
      }
    }
    return found
  }
}
