internal import Bitext

/// Cuts text into paragraphs at LF, CRLF and CR; U+2028, U+0085, VT and FF end no line.
struct LineSplitter {
  /// Lines up to a blank one are one paragraph, their line ends kept inside.
  let isWrapped: Bool
  /// The line of the next byte, from 1.
  private(set) var line = 1
  private var text: [UInt8] = []
  private var paragraph: SourceParagraph?
  private var endsWithReturn = false

  init(isWrapped: Bool) { self.isWrapped = isWrapped }

  /// Takes the next bytes; calls `body` with each paragraph that they complete.
  mutating func push(
    _ bytes: [UInt8], isLast: Bool, body: (SourceParagraph) throws -> Void
  ) throws {
    var start = 0
    var index = 0
    if endsWithReturn, let first = bytes.first {
      // A CR at the end of the last piece: an LF now belongs to it.
      index = first == 0x0A ? 1 : 0
      try finishLine(first == 0x0A ? [0x0D, 0x0A] : [0x0D], body)
      start = index
      endsWithReturn = false
    }
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == 0x0A || byte == 0x0D else {
        index += 1
        continue
      }
      text += bytes[start..<index]
      if byte == 0x0D, index + 1 == bytes.count, !isLast {
        endsWithReturn = true
        start = index + 1
        break
      }
      let isPair = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
      index += isPair ? 2 : 1
      try finishLine(isPair ? [0x0D, 0x0A] : [byte], body)
      start = index
    }
    text += bytes[min(start, bytes.count)...]
    if isLast {
      if endsWithReturn { try finishLine([0x0D], body) }
      if !text.isEmpty { try finishLine([], body) }
      if let last = paragraph { try body(last) }
      paragraph = nil
    }
  }

  private mutating func finishLine(
    _ end: [UInt8], _ body: (SourceParagraph) throws -> Void
  ) throws {
    defer {
      text.removeAll(keepingCapacity: true)
      line += 1
    }
    guard isWrapped else {
      try body(SourceParagraph(text: text, line: line, trailing: end))
      return
    }
    let isBlank = text.allSatisfy { $0 == 0x20 || $0 == 0x09 }
    if isBlank {
      if paragraph == nil { paragraph = SourceParagraph(text: [], line: line) }
      paragraph?.trailing += text + end
      return
    }
    if let open = paragraph, !open.text.isEmpty, open.trailing.count <= 2, !hasBlank(open) {
      paragraph?.text += open.trailing + text
      paragraph?.trailing = end
    } else {
      if let done = paragraph { try body(done) }
      paragraph = SourceParagraph(text: text, line: line, trailing: end)
    }
  }

  /// The paragraph's trailing bytes hold more than the end of its last line.
  private func hasBlank(_ paragraph: SourceParagraph) -> Bool {
    paragraph.trailing != [0x0A] && paragraph.trailing != [0x0D]
      && paragraph.trailing != [0x0D, 0x0A]
  }
}

/// Tells whether a text is French, from the share of its function words.
struct LanguageSample {
  private static let words: Set<[UInt8]> = Set(
    [
      "le", "la", "les", "de", "des", "du", "un", "une", "et", "en", "est", "que", "qui", "dans",
      "pour", "pas", "sur", "au", "aux", "par", "ce", "il", "elle", "ne", "se", "son", "sa", "ses",
      "a", "à", "avec", "plus", "sont", "ont", "été", "cette", "l", "d", "qu", "n", "s", "c",
    ].map { Array($0.utf8) })

  private var total = 0
  private var french = 0

  /// Counts the words of `text`, until enough were seen.
  mutating func add(_ text: [UInt8]) {
    guard total < 2_000 else { return }
    var word: [UInt8] = []
    for byte in text.prefix(20_000) + [0x20] {
      let isLetter = byte >= 0x80 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
      if isLetter, byte != 0xE2 {
        word.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      } else if !word.isEmpty {
        total += 1
        if Self.words.contains(word) { french += 1 }
        word.removeAll(keepingCapacity: true)
      }
    }
  }

  /// Enough words, and fewer French ones than any French prose has.
  var isForeign: Bool { total >= 40 && french * 100 < total * 12 }
}
