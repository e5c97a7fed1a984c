internal import French

/// A condition on the words around an ambiguous headword, from the closed list of the `when` column.
package struct TermGuard: Sendable, Hashable {
  package enum Relation: String, Sendable, Hashable, CaseIterable {
    /// One of the words stands right before the term; `TermGuard.start` is the start of a sentence.
    case after
    /// One of the words stands right after the term.
    case before
    case notAfter = "not-after"
    case notBefore = "not-before"
    /// One of the words stands in what the document has said so far, this paragraph included.
    case near
    /// One of the words stands beside the term, no more than `TermGuard.reach` tokens away.
    case close
  }

  /// What a list of words has for the start of a sentence.
  package static let start = "^"

  /// How far a close word may be.
  package static let reach = 12

  package var relation: Relation
  package var words: [String]

  package init(relation: Relation, words: [String]) {
    self.relation = relation
    self.words = words
  }

  /// The guards of a cell, "after:à,en;near:rugby"; nil if the cell is malformed.
  package static func parse(_ cell: String) -> [TermGuard]? {
    var guards: [TermGuard] = []
    for part in cell.split(separator: ";") {
      let pieces = part.split(separator: ":", maxSplits: 1)
      guard pieces.count == 2,
        let relation = Relation(rawValue: trim(pieces[0]))
      else { return nil }
      let words = pieces[1].split(separator: ",").map { trim($0) }.filter { !$0.isEmpty }
      guard !words.isEmpty else { return nil }
      guards.append(TermGuard(relation: relation, words: words))
    }
    return guards
  }

  private static func trim(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// The longest piece of a word with hyphens, which is one token: "maison" of "maison-blanche".
  private func stem(of word: String) -> String {
    word.split(separator: "-" as Character).max { $0.count < $1.count }.map { String($0) } ?? word
  }

  /// The folded hashes that satisfy the guard. A near or close word also counts with a regular
  /// ending.
  package var hashes: [UInt64] {
    words.flatMap { word -> [UInt64] in
      // An elided word keeps its apostrophe as a token: "l" also stands for "l'".
      let endings = relation == .near || relation == .close ? ["", "s", "e", "es"] : ["", "'"]
      return endings.map { Folding.foldedHash(stem(of: word) + $0) }
    }
  }
}
