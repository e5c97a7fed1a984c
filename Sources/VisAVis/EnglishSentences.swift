internal import Bitext
internal import French

/// Cuts English paragraphs into sentences: ICU's boundaries for English, corrected by the rows of
/// `English/abbreviations.tsv`.
struct EnglishSentences: Sendable {
  private let normalizer = Normalizer()
  private let segmenter: Segmenter

  /// Throws `ConfigurationError`.
  init(_ files: DataFiles) throws {
    do {
      segmenter = try Segmenter(abbreviations: files["English/abbreviations.tsv"], locale: "en")
    } catch {
      throw ConfigurationError("visavis: \(error)")
    }
  }

  /// The sentences of `paragraph` in order: ranges of its text as written, without the spaces around them.
  ///
  /// "Mr. Smith left. He was tired." gives 0..<15 and 16..<29.
  func ranges(of paragraph: SourceParagraph) -> [SourceRange] {
    let text = normalizer.normalize(paragraph.text, inert: paragraph.inert)
    return segmenter.sentences(of: text).map { text.map.sourceRange(of: $0) }
  }
}
