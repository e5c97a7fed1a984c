/// Breaks text into lines of a given display width.
package struct ColumnLayout: Sendable {
  /// How many bytes at the start of a text fit into `limit` columns, and the columns they take.
  package typealias Measure =
    @Sendable (_ text: UnsafeBufferPointer<UInt8>, _ limit: Int) -> (bytes: Int, columns: Int)

  /// A line: its bytes in the text, spaces at its end left out, and the columns it takes.
  package struct Line: Equatable, Sendable {
    package var bytes: Range<Int>
    package var width: Int
  }

  private let measure: Measure

  package init(measure: @escaping Measure) { self.measure = measure }

  /// `text` in lines of at most `width` columns, broken at spaces and after hyphens; a longer word is cut.
  ///
  /// No-break spaces hold («10 000» stays together). Empty text gives no line.
  package func lines(of text: [UInt8], width: Int) -> [Line] {
    text.withUnsafeBufferPointer { lines(of: $0, width: max(1, width)) }
  }

  private func lines(of text: UnsafeBufferPointer<UInt8>, width: Int) -> [Line] {
    var lines: [Line] = []
    var line = Line(bytes: 0..<0, width: 0)
    var position = 0
    while position < text.count {
      let start = skipSpaces(text, from: position)
      var end = wordEnd(text, from: start)
      if start == end { break }
      let columns = self.width(text, start..<end)
      let gap = line.bytes.isEmpty ? 0 : start - position
      if line.width + gap + columns <= width {
        let from = line.bytes.isEmpty ? start : line.bytes.lowerBound
        line = Line(bytes: from..<end, width: line.width + gap + columns)
      } else {
        if !line.bytes.isEmpty { lines.append(line) }
        if columns <= width {
          line = Line(bytes: start..<end, width: columns)
        } else {
          let cut = measure(UnsafeBufferPointer(rebasing: text[start..<end]), width)
          // A column too narrow for one letter still takes it.
          end = start + (cut.bytes > 0 ? cut.bytes : firstScalar(text, at: start))
          line = Line(bytes: start..<end, width: min(cut.columns, width))
        }
      }
      position = end
    }
    if !line.bytes.isEmpty { lines.append(line) }
    return lines
  }

  /// The columns that `bytes` of `text` take.
  package func width(_ text: UnsafeBufferPointer<UInt8>, _ bytes: Range<Int>) -> Int {
    var columns = 0
    var position = bytes.lowerBound
    while position < bytes.upperBound {
      let byte = text[position]
      if byte < 0x80 {
        position += 1
      } else if (0xC3..<0xCC).contains(byte) {
        position += 2
      } else if byte == 0xE2, position + 2 < bytes.upperBound, text[position + 1] == 0x80,
        (0x90...0xA7).contains(text[position + 2]) || text[position + 2] == 0xAF
      {
        position += 3  // Dashes, quotation marks, the narrow no-break space.
      } else {
        return measure(UnsafeBufferPointer(rebasing: text[bytes]), .max).columns
      }
      columns += 1
    }
    return columns
  }

  private func skipSpaces(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var position = start
    while position < text.count, Self.isSpace(text[position]) { position += 1 }
    return position
  }

  /// The end of the piece at `start`: before a space, or after a hyphen between two letters.
  private func wordEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var position = start
    while position < text.count, !Self.isSpace(text[position]) {
      position += 1
      if text[position - 1] == UInt8(ascii: "-"), position - start > 1, position < text.count,
        Self.isLetter(text[position]), Self.isLetter(text[position - 2])
      {
        break
      }
    }
    return position
  }

  private func firstScalar(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    var end = start + 1
    while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
    return end - start
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
  }
}
