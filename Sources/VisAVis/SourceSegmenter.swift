public import Bitext
internal import French

/// Cuts paragraphs as read into sentences as written.
public struct SourceSegmenter: Sendable {
  private let normalizer = Normalizer()
  private let segmenter: Segmenter

  /// Reads the French rules of the data in use. Throws `ConfigurationError`.
  public init(_ configuration: Configuration = Configuration()) throws {
    let files = try DataFiles(directory: configuration.dataDirectory)
    do {
      segmenter = try Segmenter(abbreviations: files["French/abbreviations.tsv"])
    } catch {
      throw ConfigurationError("visavis: \(error)")
    }
  }

  /// The sentences of `paragraph` in order: ranges of its text as written, without the spaces around them.
  ///
  /// "Il part. Elle reste." gives 0..<8 and 9..<20.
  public func sentences(of paragraph: SourceParagraph) -> [SourceRange] {
    let text = normalizer.normalize(paragraph.text, inert: paragraph.inert)
    return segmenter.sentences(of: text).map { text.map.sourceRange(of: $0) }
  }
}
