internal import Bitext
internal import Review

/// A sentence or a line of one text, and where it stands in its file.
struct TextUnit: Sendable {
  var text: String
  var role: ParagraphRole
  /// Counts up through the text.
  var paragraph: Int
  /// Of its first byte, both from 1.
  var place: TextPlace
  /// The column in code points.
  var characterColumn: Int
  /// The line of its last byte.
  var lastLine: Int
}

/// A French and an English text whose sentences are aligned.
struct AlignedTexts: Sendable {
  var source: [TextUnit]
  var target: [TextUnit]
  var beads: [AlignmentBead]
  var notices: [String]
}

/// What is aligned with what.
package enum AlignmentUnitKind: String, Sendable, CaseIterable {
  /// Lines where nearly every line of both texts is one sentence, else sentences.
  case auto
  case sentence
  /// Each line, or each paragraph of Markdown and of wrapped text, as a whole.
  case line
}

/// Reads a French and an English text and aligns them.
struct TextAligner: Sendable {
  var unit: AlignmentUnitKind = .auto
  var reading = TextReading()
  private let pipeline: Pipeline
  private let english: EnglishSentences

  /// Throws `ConfigurationError`.
  init(_ pipeline: Pipeline) throws {
    self.pipeline = pipeline
    english = try EnglishSentences(pipeline.resources.files)
  }

  private struct Paragraph {
    var text: SourceParagraph
    var sentences: [SourceRange]
    /// A draft of each sentence in English, of the French text only.
    var drafts: [String]

    /// Bytes before the text on its line: "> " of a quotation.
    var leadingColumns: Int {
      let start = text.leading.lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
      return text.leading.count - start
    }
  }

  /// The texts at two paths, aligned. Throws `ReadingError`.
  func align(_ sourcePath: String, _ targetPath: String) throws -> AlignedTexts {
    var state = DocumentState()
    var notices: [String] = []
    let source = try paragraphs(sourcePath, isFrench: true, &notices) { paragraph in
      let segments = pipeline.translate(paragraph, state: &state).segments
      var ranges: [SourceRange] = []
      var start = 0
      for segment in segments {
        ranges.append(SourceRange(start, start + segment.source.utf8.count))
        start += segment.source.utf8.count + segment.gap.utf8.count
      }
      return Paragraph(text: paragraph, sentences: ranges, drafts: segments.map(\.target))
    }
    let target = try paragraphs(targetPath, isFrench: false, &notices) { paragraph in
      Paragraph(text: paragraph, sentences: english.ranges(of: paragraph), drafts: [])
    }
    let isByLine =
      unit == .line || unit == .auto && isLinewise(source) && isLinewise(target)
    let (sourceUnits, drafts) = units(of: source, isByLine: isByLine)
    let (targetUnits, _) = units(of: target, isByLine: isByLine)
    var sourceSide = sourceSide(of: sourceUnits, drafts, vocabulary: targetUnits)
    var targetSide = targetUnits.map { alignmentUnit($0, words: WordBeginnings.of($0.text)) }
    // Lines may be joined at no cost: where they end says nothing of paragraphs.
    if isByLine {
      for index in sourceSide.indices { sourceSide[index].paragraph = 0 }
      for index in targetSide.indices { targetSide[index].paragraph = 0 }
    }
    let beads = Aligner().align(sourceSide, targetSide)
    return AlignedTexts(
      source: sourceUnits, target: targetUnits, beads: beads, notices: notices)
  }

  private func paragraphs(
    _ path: String, isFrench: Bool, _ notices: inout [String],
    _ make: (SourceParagraph) -> Paragraph
  ) throws -> [Paragraph] {
    var reader = reading.reader(of: path)
    reader.expectsFrench = isFrench
    var result: [Paragraph] = []
    notices += try reader.forEachParagraph { paragraph in
      guard paragraph.role != .verbatim, !paragraph.text.allSatisfy({ $0 <= 0x20 }) else { return }
      result.append(make(paragraph))
    }
    return result
  }

  /// One sentence to a line, but for one line in five.
  private func isLinewise(_ paragraphs: [Paragraph]) -> Bool {
    let sentences = paragraphs.reduce(0) { $0 + $1.sentences.count }
    return sentences * 5 <= paragraphs.count * 6
  }

  private func units(
    of paragraphs: [Paragraph], isByLine: Bool
  ) -> (units: [TextUnit], drafts: [String]) {
    var units: [TextUnit] = []
    var drafts: [String] = []
    for (index, paragraph) in paragraphs.enumerated() {
      guard !isByLine else {
        units.append(unit(paragraph, SourceRange(0, paragraph.text.text.count), index))
        drafts.append(paragraph.drafts.joined(separator: " "))
        continue
      }
      for (number, range) in paragraph.sentences.enumerated() {
        units.append(unit(paragraph, range, index))
        drafts.append(paragraph.drafts.indices.contains(number) ? paragraph.drafts[number] : "")
      }
    }
    return (units, drafts)
  }

  private func unit(_ paragraph: Paragraph, _ range: SourceRange, _ index: Int) -> TextUnit {
    let bytes = paragraph.text.text
    let start = min(range.lowerBound, bytes.count)
    let end = min(max(start, range.upperBound), bytes.count)
    var place = TextPlace(line: paragraph.text.line, column: paragraph.leadingColumns + 1)
    place.advance(over: bytes[..<start])
    var last = place
    last.advance(over: bytes[start..<end])
    // The bytes of its line before it: in the text, and on the first line those before the text.
    let inner = bytes[..<start].suffix(place.column - 1)
    let characters = inner.count { $0 & 0xC0 != 0x80 } + place.column - inner.count
    return TextUnit(
      text: joined(bytes[start..<end]), role: paragraph.text.role, paragraph: index, place: place,
      characterColumn: characters, lastLine: last.line)
  }

  /// The text on one line, without spaces around it.
  private func joined(_ bytes: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    for byte in bytes {
      let isSpace = byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
      if !isSpace {
        text.append(byte)
      } else if text.last != 0x20, !text.isEmpty {
        text.append(0x20)
      }
    }
    if text.last == 0x20 { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }

  private func alignmentUnit(_ unit: TextUnit, words: [UInt64]) -> AlignmentUnit {
    AlignmentUnit(
      length: unit.text.unicodeScalars.count, paragraph: unit.paragraph, words: words)
  }

  /// The French side: the words of the drafts, and those of the French itself that stand in the English text.
  private func sourceSide(
    of units: [TextUnit], _ drafts: [String], vocabulary: [TextUnit]
  ) -> [AlignmentUnit] {
    var known: Set<UInt64> = []
    var words: [UInt64] = []
    for unit in vocabulary {
      words.removeAll(keepingCapacity: true)
      WordBeginnings.append(unit.text, to: &words)
      known.formUnion(words)
    }
    return units.indices.map { index in
      words.removeAll(keepingCapacity: true)
      WordBeginnings.append(units[index].text, to: &words)
      words.removeAll { !known.contains($0) }
      WordBeginnings.append(drafts[index], to: &words)
      return alignmentUnit(units[index], words: WordBeginnings.unique(words))
    }
  }
}
