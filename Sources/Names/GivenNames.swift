package import Bitext
internal import French
internal import Terminology

/// The given names of all person rows and those that women alone bear, by folded hash: evidence that a capitalised
/// sequence is a person.
package struct GivenNames: Sendable {
  private var glossaries: [CompiledGlossary] = []
  private let feminine: FormSet

  /// Reads the rows of `Data/feminine-given-names.tsv`. Throws `DataError`.
  package init(feminine data: MappedBytes) throws {
    var rows = DataRows(data, file: "Names/feminine-given-names.tsv", columns: 1)
    var names = FormSet()
    while try rows.advance() { names.insert(Folding.foldedHash(rows[0])) }
    feminine = names
  }

  /// The same, with the person rows of `glossaries`.
  func with(_ glossaries: [CompiledGlossary]) -> GivenNames {
    var names = self
    names.glossaries = glossaries
    return names
  }

  func contains(_ folded: UInt64) -> Bool {
    glossaries.contains { $0.hasGivenName(folded) } || feminine.contains(folded)
  }

  /// The gender of the bearer of a name, by the folded hash of its first word, where that is sure.
  func gender(_ folded: UInt64) -> Morphology { feminine.contains(folded) ? .feminine : [] }
}
