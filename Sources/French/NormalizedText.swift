package import Bitext

/// A paragraph in the one form that the analysis reads, beside the text as written.
///
/// "L’e\u{301}te\u{301}" as written is "L'été" normalised; `map` leads back.
package struct NormalizedText: Sendable {
  /// UTF-8, as written.
  package let source: [UInt8]
  /// UTF-8, well-formed, in NFC: see `Normalizer`.
  package let bytes: [UInt8]
  package let map: OffsetMap

  init(source: [UInt8], bytes: [UInt8], map: OffsetMap) {
    self.source = source
    self.bytes = bytes
    self.map = map
  }

  /// The bytes as written of a range of the normalised text.
  package func sourceBytes(of range: NormalizedRange) -> ArraySlice<UInt8> {
    let range = map.sourceRange(of: range)
    let end = min(range.upperBound, source.count)
    return source[min(range.lowerBound, end)..<end]
  }
}
