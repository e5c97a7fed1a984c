internal import Bitext

/// A preposition fused with the article after it: "du" is "de" and "le" (Grevisse, Le Bon Usage, § 576).
package struct Contraction: Sendable {
  package var surface: String
  package var preposition: String
  package var article: String

  package static let all = [
    Contraction(surface: "au", preposition: "à", article: "le"),
    Contraction(surface: "aux", preposition: "à", article: "les"),
    Contraction(surface: "du", preposition: "de", article: "le"),
    Contraction(surface: "des", preposition: "de", article: "les"),
  ]
}

/// Words whose last vowel gives way to an apostrophe: "l’", "qu’", "lorsqu’".
package enum Elision {
  /// Folded, without apostrophe. Other words keep their apostrophe inside: "aujourd’hui", "O’Brien".
  package static let heads: Set<String> = [
    "l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
  ]
}
