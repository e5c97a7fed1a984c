package import Bitext

/// Translates an XLIFF file in place: empty targets are filled, every other byte stays.
///
/// `<source>Le président</source>` with no target gets `<target>The president</target>` after it. Targets
/// that have text, approved units and units marked `translate="no"` are left alone.
package enum XLIFFFiller {
  /// What was done.
  package struct Summary: Sendable, Hashable {
    package var filled = 0
    package var untouched = 0
    /// BCP 47, as the file says it.
    package var sourceLanguage: String?
  }

  /// Calls `translate` for each unit to fill, with its tags as inert spans, and gives the bytes of the new
  /// file to `write` in order; a unit for which `translate` gives nil stays empty.
  ///
  /// Nothing is written before the whole file is known to be sound. Throws `FormatError`.
  package static func fill(
    _ file: [UInt8], translate: (SourceParagraph) -> String?, write: ([UInt8]) throws -> Void
  ) throws -> Summary {
    guard try XMLEncoding.utf8(file).count == file.count else {
      throw FormatError(.encoding("of this file"), line: 1, column: 1)
    }
    return try file.withUnsafeBufferPointer { bytes in
      var check = try XLIFFUnits(bytes)
      while try check.next() != nil {}
      var units = try XLIFFUnits(bytes)
      var summary = Summary()
      var position = 0
      var line = LineCounter(bytes)
      var output: [UInt8] = []
      while let unit = try units.next() {
        guard unit.isTranslatable, !unit.isApproved, unit.target?.isBlank ?? true,
          let content = unit.segmentedSource ?? unit.source, !content.isBlank
        else {
          summary.untouched += 1
          continue
        }
        let paragraph = content.paragraph(line: line.line(at: content.element.lowerBound))
        guard let translation = translate(paragraph) else {
          summary.untouched += 1
          continue
        }
        summary.filled += 1
        var text = paragraph.leading
        text += Array(translation.utf8) + paragraph.trailing
        let whole = String(decoding: text, as: UTF8.self)
        let end = splice(whole, content, unit, bytes, from: position, into: &output)
        position = end
        if output.count > 1 << 16 {
          try write(output)
          output.removeAll(keepingCapacity: true)
        }
      }
      output += bytes[position...]
      try write(output)
      summary.sourceLanguage = units.sourceLanguage
      return summary
    }
  }

  /// Copies the file from `position` and puts the target in; gives the place to go on from.
  private static func splice(
    _ translation: String, _ content: InlineContent, _ unit: XLIFFUnit,
    _ bytes: UnsafeBufferPointer<UInt8>, from position: Int, into output: inout [UInt8]
  ) -> Int {
    guard let target = unit.target else {
      output += bytes[position..<content.element.upperBound]
      // On a line of its own if the source is on one.
      var start = content.element.lowerBound
      while start > position, bytes[start - 1] <= 0x20 { start -= 1 }
      output += bytes[start..<content.element.lowerBound]
      output.put("<\(unit.prefix)target>")
      content.encode(translation, into: &output)
      output.put("</\(unit.prefix)target>")
      return content.element.upperBound
    }
    if target.isEmptyElement {
      // `<target state="new"/>` opens up.
      var end = target.element.upperBound - 2
      while end > position, bytes[end - 1] <= 0x20 { end -= 1 }
      output += bytes[position..<end]
      output.put(">")
      content.encode(translation, into: &output)
      output.put("</\(unit.prefix)target>")
      return target.element.upperBound
    }
    output += bytes[position..<target.inner.lowerBound]
    content.encode(translation, into: &output)
    return target.inner.upperBound
  }
}

/// Counts the lines up to rising offsets.
struct LineCounter {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var line = 1

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The line of the byte at `offset`, which must not fall, from 1.
  mutating func line(at offset: Int) -> Int {
    while position < min(offset, bytes.count) {
      if bytes[position] == 0x0A { line += 1 }
      position += 1
    }
    return line
  }
}
