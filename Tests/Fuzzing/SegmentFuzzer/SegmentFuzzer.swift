internal import Bitext
internal import French
internal import TestSupport

private let segmenter = try? Segmenter(
  abbreviations: EmbeddedData.file("French/abbreviations.tsv"))

/// Normalises and segments any bytes; stops the run where a promise of theirs is broken.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSegmenting(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let source = Array(UnsafeBufferPointer(start: start, count: count))
  // The first byte places two inert spans.
  let cut = Int(source.first ?? 0) % max(1, count)
  let inert = [
    InertSpan(range: SourceRange(cut / 2, cut / 2 + 1), kind: .markup),
    InertSpan(range: SourceRange(cut, min(count, cut + 2)), kind: .atom),
  ]
  check(Normalizer().normalize(source))
  check(Normalizer().normalize(source, inert: source.first ?? 0 > 0x7F ? inert : []))
  let text = Normalizer().normalize(source)
  guard Normalizer().normalize(text.bytes).bytes == text.bytes else {
    fatalError("normalised text changes when it is normalised again")
  }
  return 0
}

private func check(_ text: NormalizedText) {
  guard String(validating: text.bytes, as: UTF8.self) != nil else {
    fatalError("normalised text is not well-formed")
  }
  var last = 0
  for offset in text.bytes.indices {
    let range = text.map.sourceRange(of: NormalizedRange(offset, offset + 1))
    guard range.lowerBound >= last, range.upperBound > range.lowerBound,
      range.upperBound <= text.source.count
    else { fatalError("byte \(offset) leads to \(range)") }
    last = range.lowerBound
  }
  var end = 0
  for sentence in segmenter?.sentences(of: text) ?? [] {
    guard sentence.lowerBound >= end, sentence.upperBound > sentence.lowerBound,
      sentence.upperBound <= text.bytes.count,
      text.bytes[end..<sentence.lowerBound].allSatisfy({ $0 == 0x20 })
    else { fatalError("sentence \(sentence) after \(end)") }
    end = sentence.upperBound
  }
  guard text.bytes[end...].allSatisfy({ $0 == 0x20 }) else {
    fatalError("text after \(end) is lost")
  }
}
