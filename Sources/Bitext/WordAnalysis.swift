/// A word of a sentence with the one analysis the tagger chose.
///
/// "chevaux" is the noun `cheval`, masculine plural. A word covers one token, or several for a compound.
public struct WordAnalysis: Sendable, Hashable {
  /// Tokens of the paragraph.
  public var tokens: Range<Int>
  /// The exact hash of the lemma: "cheval", "être"; elided and inflected function words have their full form
  /// ("le" for "l’" and "les", "de" for "d’").
  public var lemma: UInt64
  public var pos: PartOfSpeech
  public var morphology: Morphology

  public init(tokens: Range<Int>, lemma: UInt64, pos: PartOfSpeech, morphology: Morphology) {
    self.tokens = tokens
    self.lemma = lemma
    self.pos = pos
    self.morphology = morphology
  }
}
