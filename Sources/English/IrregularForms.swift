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

  /// Reads the file's bytes; rows that are not of one of the four classes are left out.
  package init(tsv: some Sequence<UInt8>) {
    for row in TabRows(tsv) where row.count == 3 {
      let base = row[1].spaced
      let forms = row[2].split(separator: "|").map { String($0).spaced }
      switch row[0] {
      case "verb" where forms.count == 2: verbs[base] = Pair(first: forms[0], second: forms[1])
      case "adjective" where forms.count == 2:
        adjectives[base] = Pair(first: forms[0], second: forms[1])
      case "noun" where forms.count == 1: nouns[base] = forms[0]
      case "double": doubling.insert(base)
      default: break
      }
    }
  }
}

/// The rows of a tab-separated file, comments and empty lines left out.
struct TabRows: Sequence, IteratorProtocol {
  private var lines: ArraySlice<ArraySlice<UInt8>>

  init(_ bytes: some Sequence<UInt8>) {
    lines = Array(bytes).split(separator: UInt8(ascii: "\n"))[...]
  }

  mutating func next() -> [String]? {
    while let line = lines.popFirst() {
      if line.first == UInt8(ascii: "#") { continue }
      return line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
    }
    return nil
  }
}

extension String {
  /// Underscores of a data cell as the spaces they stand for.
  fileprivate var spaced: String { String(map { $0 == "_" ? " " : $0 }) }
}
