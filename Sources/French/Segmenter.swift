package import Bitext
internal import ICU
internal import Synchronization

/// Cuts a paragraph into sentences: ICU's boundaries, corrected for French.
///
/// "M. Dupont est là. « Il pleut. » Rentrons !" is three sentences; the closing » stays with the second.
/// Threads share one segmenter safely, but wait for each other: give each its own.
package final class Segmenter: Sendable {
  private let rules: SentenceRules
  private let finder: Mutex<BoundaryFinder>

  /// `abbreviations` holds the bytes of `abbreviations.tsv`. Throws `DataError` for a bad row, `ICUError`.
  ///
  /// With the rows and the locale of another language it cuts that one: "en".
  package init(abbreviations: MappedBytes, locale: String = "fr") throws {
    rules = try SentenceRules(abbreviations)
    finder = Mutex(try BoundaryFinder(.sentence, locale: locale))
  }

  /// The sentences of `text` in order, without the spaces around them; none of a text of spaces.
  ///
  /// Linear; every byte that is no space at a sentence's edge lies in one sentence.
  package func sentences(of text: NormalizedText) -> [NormalizedRange] { sentences(of: text.bytes) }

  /// The sentences of text that `Normalizer` gave.
  package func sentences(of text: [UInt8]) -> [NormalizedRange] {
    text.withUnsafeBufferPointer { buffer in
      finder.withLock { finder in
        var pass = SentencePass(text: buffer, rules: rules)
        // Without memory for ICU's copy of the text, our own stops have to do.
        try? finder.forEachBoundary(in: buffer) { pass.consider(boundary: $0) }
        return pass.finish()
      }
    }
  }
}
