internal import Bitext
internal import VisAVis

private let pipelines: [Pipeline] = [EnglishVariety.us, .gb].compactMap { variety in
  var configuration = Configuration()
  configuration.english = variety
  return try? Pipeline(configuration)
}

/// Translates any text, line by line; stops the run where a segment is not well-formed or the source is lost.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDraft(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start, count > 1, pipelines.count == 2 else { return 0 }
  // What the reader hands on is valid UTF-8; the first byte chooses the variety.
  let pipeline = pipelines[Int(start[0] & 1)]
  let text = String(
    decoding: UnsafeBufferPointer(start: start + 1, count: count - 1), as: UTF8.self)
  var state = DocumentState()
  for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
    let paragraph = pipeline.translate(SourceParagraph(text: Array(line)), state: &state)
    let source = paragraph.segments.map(\.source).joined()
    let kept = Array(line).filter { $0 > 0x20 }
    guard Array(source.utf8).filter({ $0 > 0x20 }).count <= kept.count else {
      fatalError("more source than there was: \(source)")
    }
    for segment in paragraph.segments {
      let target = Array(segment.target.unicodeScalars)
      for term in segment.terms
      where term.targetStart < 0 || term.targetEnd > target.count
        || term.targetStart > term.targetEnd
      {
        fatalError("a term at \(term.targetStart)..<\(term.targetEnd) of \(target.count)")
      }
    }
  }
  return 0
}
