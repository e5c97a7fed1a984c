package import Bitext

/// Classes of French words that the transfer treats alike, from the rows of `Data/transfer-classes.tsv`.
///
/// `of-head` holds "nombre": "le nombre de morts" is "the number of deaths", no compound.
package struct TransferClasses: Sendable {
  package enum Name: String, Sendable, CaseIterable {
    /// Nouns whose "de" complement is never a compound.
    case ofHead = "of-head"
    /// Numerals that English leaves in the singular after a number: million.
    case scale
    /// Adjectives that take the article from a time: "l’année dernière".
    case deictic
    /// Comparatives without "plus": meilleur.
    case comparative
    /// Verbs of motion: "à" and "en" are "to".
    case motion
    /// Verbs whose person is an English object without "to": donner.
    case dative
    /// Adverbs that stand before an English verb: également.
    case middle
    /// Verbs of saying, thinking and knowing, whose subject is a person.
    case saying
    /// Nouns that keep "the" in the plural without complement: autorités.
    case definite
    /// Singular nouns that lose "the" without complement.
    case bare
  }

  private var members: [Set<UInt64>]

  /// Reads the rows: class, lemma.
  package init(_ data: MappedBytes) throws(DataError) {
    members = [Set<UInt64>](repeating: [], count: Name.allCases.count)
    var rows = DataRows(data, file: "Drafting/transfer-classes.tsv", columns: 2)
    while try rows.advance() {
      guard let name = Name(rawValue: rows.text(0)), let index = Name.allCases.firstIndex(of: name)
      else { throw rows.invalid(0) }
      members[index].insert(FormHash.of(rows[1]))
    }
  }

  func contains(_ lemma: UInt64, in name: Name) -> Bool {
    let index =
      switch name {
      case .ofHead: 0
      case .scale: 1
      case .deictic: 2
      case .comparative: 3
      case .motion: 4
      case .dative: 5
      case .middle: 6
      case .saying: 7
      case .definite: 8
      case .bare: 9
      }
    return members[index].contains(lemma)
  }
}
