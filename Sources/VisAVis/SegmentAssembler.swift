internal import Bitext
internal import Documents
internal import Drafting
internal import French

/// Brings a draft back to the source as written: segment texts, terms with offsets in code points, findings.
struct SegmentAssembler {
  let paragraph: SourceParagraph
  let analysis: ParagraphAnalysis
  let engineName: String
  let markup: ParagraphMarkup

  /// Source bytes of sentence `index`; the gap after it reaches to the next sentence or the paragraph's end.
  private func bounds(_ index: Int) -> (text: Range<Int>, gap: Range<Int>) {
    let count = paragraph.text.count
    let start = index == 0 ? 0 : sourceStart(index)
    let next = index + 1 < analysis.sentences.count ? sourceStart(index + 1) : count
    var end = next
    while end > start, isSpace(endingAt: end) != 0 { end -= isSpace(endingAt: end) }
    return (start..<max(start, end), max(start, end)..<max(next, end))
  }

  private func sourceStart(_ index: Int) -> Int {
    let token = analysis.sentences[index].lowerBound
    return analysis.text.map.sourceStart(of: Int(analysis.table.start[token]))
  }

  /// The length of the white space that ends at `end` in the source, 0 if none does.
  private func isSpace(endingAt end: Int) -> Int {
    let text = paragraph.text
    let last = text[end - 1]
    if last == 0x20 || (last >= 0x09 && last <= 0x0D) { return 1 }
    if end >= 2, last == 0xA0, text[end - 2] == 0xC2 { return 2 }
    if end >= 3, text[end - 3] == 0xE2, text[end - 2] == 0x80, last >= 0x80,
      last <= 0x8A || last == 0xAF
    {
      return 3
    }
    return 0
  }

  func segment(id: Int, index: Int, sentence: AnalyzedSentence, draft: Draft) -> BilingualSegment {
    let (textRange, gapRange) = bounds(index)
    let source = String(decoding: paragraph.text[textRange], as: UTF8.self)
    let marked = markup.marked(
      draft.text, sentence: textRange,
      links: draft.links.map { (source: sourceRange(of: $0.tokens), target: $0.target) })
    let target = marked.text
    var segment = BilingualSegment(
      id: id, source: source, target: target, engine: engineName,
      gap: String(decoding: paragraph.text[gapRange], as: UTF8.self))
    let sourceBytes = paragraph.text[textRange]
    let targetBytes = Array(target.utf8)
    var sourceCounter = CodePointCounter()
    var targetCounter = CodePointCounter()
    for (offset, match) in sentence.matches.enumerated() {
      let range = sourceRange(of: match.tokens)
      let local = range.lowerBound - textRange.lowerBound..<range.upperBound - textRange.lowerBound
      guard local.lowerBound >= 0, local.upperBound <= sourceBytes.count else { continue }
      guard draft.placements.indices.contains(offset), let bare = draft.placements[offset]
      else {
        segment.findings.append(
          Finding(
            rule: "unplaced", severity: .warning,
            message: "“\(match.target)” is not in the draft; put it where it belongs",
            range: SourceRange(local.lowerBound, local.upperBound)))
        continue
      }
      if match.rule == "body" {
        segment.findings.append(
          Finding(
            rule: "composed", severity: .note,
            message: "“\(match.target)” is composed from its parts; look for the body’s own name",
            range: SourceRange(local.lowerBound, local.upperBound)))
      }
      let placed = marked.range(of: bare)
      let start = sourceCounter.count(in: sourceBytes, to: textRange.lowerBound + local.lowerBound)
      let end = sourceCounter.count(in: sourceBytes, to: textRange.lowerBound + local.upperBound)
      let targetStart = targetCounter.count(in: targetBytes[...], to: placed.lowerBound)
      let targetEnd = targetCounter.count(in: targetBytes[...], to: placed.upperBound)
      segment.terms.append(
        SegmentTerm(
          source: String(decoding: paragraph.text[range], as: UTF8.self),
          target: String(decoding: targetBytes[placed], as: UTF8.self), kind: match.kind,
          start: start, end: end, targetStart: targetStart, targetEnd: targetEnd,
          concept: match.concept, glossary: match.glossary, status: match.status,
          origin: match.origin, rule: match.rule,
          parts: match.parts.map { part in
            SegmentTerm.Part(
              source: String(
                decoding: paragraph.text[sourceRange(of: part.tokens)], as: UTF8.self),
              target: part.target, kind: part.kind, concept: part.concept)
          }))
    }
    for doubt in draft.doubts {
      let range = sourceRange(of: doubt.tokens)
      segment.findings.append(
        Finding(
          rule: doubt.rule, severity: doubt.severity, message: doubt.message,
          range: SourceRange(
            max(0, range.lowerBound - textRange.lowerBound),
            max(0, range.upperBound - textRange.lowerBound))))
    }
    return segment
  }

  /// The bytes of the source that `tokens` cover; a contracted article covers none.
  private func sourceRange(of tokens: Range<Int>) -> Range<Int> {
    var tokens = tokens
    while tokens.count > 1, analysis.table.flags[tokens.lowerBound].contains(.contracted) {
      tokens = tokens.lowerBound + 1..<tokens.upperBound
    }
    return analysis.text.map.sourceRange(of: analysis.table.bounds(tokens)).range
  }
}

/// Counts code points of UTF-8 up to rising offsets, in one pass.
private struct CodePointCounter {
  private var offset: Int?
  private var points = 0

  mutating func count(in bytes: ArraySlice<UInt8>, to end: Int) -> Int {
    var position = offset ?? bytes.startIndex
    if end < position {
      position = bytes.startIndex
      points = 0
    }
    while position < min(end, bytes.endIndex) {
      if bytes[position] & 0xC0 != 0x80 { points += 1 }
      position += 1
    }
    offset = position
    return points
  }
}
