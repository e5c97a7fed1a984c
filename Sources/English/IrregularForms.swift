package import Bitext

/// English forms that no rule gives, from the rows of `Data/irregular-forms.tsv`.
///
/// "take" has the past "took" and the participle "taken"; "child" has the plural "children".
package struct IrregularForms: Sendable {
  package struct Pair: Sendable, Hashable {
    package var first: String
    package var second: String
  }

  /// Past and participle of a verb, by its base form.
  package private(set) var verbs: [String: Pair] = [:]
  /// Plural of a noun.
  package private(set) var nouns: [String: String] = [:]
  /// Comparative and superlative of an adjective or adverb.
  package private(set) var adjectives: [String: Pair] = [:]
  /// Verbs of several syllables that double their last consonant: "admit".
  package private(set) var doubling: Set<String> = []

  /// Reads the rows of `Data/irregular-forms.tsv`.
  package init(_ data: MappedBytes) throws(DataError) {
    var rows = DataRows(data, file: "English/irregular-forms.tsv", columns: 3)
    while try rows.advance() {
      let base = spaced(rows[1])
      let forms = rows[2].split(separator: UInt8(ascii: "|")).map {
        spaced(UnsafeRawBufferPointer(rebasing: $0))
      }
      switch rows.text(0) {
      case "verb" where forms.count == 2: verbs[base] = Pair(first: forms[0], second: forms[1])
      case "adjective" where forms.count == 2:
        adjectives[base] = Pair(first: forms[0], second: forms[1])
      case "noun" where forms.count == 1: nouns[base] = forms[0]
      case "double": doubling.insert(base)
      default: throw rows.invalid(0)
      }
    }
  }
}

/// A data cell with its underscores as the spaces they stand for.
private func spaced(_ cell: UnsafeRawBufferPointer) -> String {
  String(unsafeUninitializedCapacity: cell.count) { buffer in
    for (index, byte) in cell.enumerated() {
      buffer.initializeElement(at: index, to: byte == UInt8(ascii: "_") ? UInt8(ascii: " ") : byte)
    }
    return cell.count
  }
}
