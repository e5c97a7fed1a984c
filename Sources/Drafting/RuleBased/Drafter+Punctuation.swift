internal import Bitext
internal import French

/// Marks, and the quotation marks and spaces of English.
extension Drafter {
  mutating func writePunctuation(_ index: Int) {
    let unit = units[index]
    let table = sentence.table
    let first = unit.tokens.lowerBound
    let bytes = sentence.text[Int(table.start[first])..<Int(table.end[unit.tokens.upperBound - 1])]
    switch unit.mark {
    case 0xC2 where bytes.last == 0xAB: openQuote(unit.tokens)
    case 0xC2 where bytes.last == 0xBB: closeQuote(unit.tokens)
    case 0xE2 where bytes.elementsEqual("“".utf8): openQuote(unit.tokens)
    case 0xE2 where bytes.elementsEqual("”".utf8): closeQuote(unit.tokens)
    case 0x22:
      let isOpening =
        sentence.table.flags[first].contains(.spaceBefore) || first == sentence.tokens.lowerBound
      if isOpening, !isSpaced(unit.tokens.upperBound) {
        openQuote(unit.tokens)
      } else if quoteDepth > 0 || !isOpening {
        closeQuote(unit.tokens)
      } else {
        openQuote(unit.tokens)
      }
    case 0x28, 0x5B:
      // "f(x)" and "maire(s)" have no space before it.
      if first > sentence.tokens.lowerBound, !isSpaced(first) { writer.join() }
      writer.open(unit.mark == 0x28 ? "(" : "[", unit.tokens)
    case 0x2C, 0x2E:
      if bytes.count == 1, writer.insertBeforeClosingQuote(unit.mark, unit.tokens) { return }
      writer.attach(bytes, unit.tokens)
    case 0x2D:
      writer.write(Array(bytes), unit.tokens)
    case 0xE2 where bytes.elementsEqual("–".utf8) || bytes.elementsEqual("—".utf8):
      writer.write("-", unit.tokens)
    case 0xE2 where bytes.elementsEqual("…".utf8): writer.attach("...", unit.tokens)
    case 0x2F, 0x27:
      writer.attach(bytes, unit.tokens)
      if !isSpaced(unit.tokens.upperBound) { writer.join() }
    case 0x3C, 0x3E, 0x5C, 0x5F, 0x60, 0x7C, 0x7E:
      // "Politique | Le Monde": marks of no grammar stand as in the source.
      if isSpaced(first) {
        writer.write(Array(bytes), unit.tokens)
      } else {
        writer.attach(bytes, unit.tokens)
      }
      if !isSpaced(unit.tokens.upperBound) { writer.join() }
    default:
      if unit.mark >= 0x80 || unit.mark == 0x24 || unit.mark == 0x23 || unit.mark == 0x26
        || unit.mark == 0x2B || unit.mark == 0x3D || unit.mark == 0x2A
      {
        writer.write(Array(bytes), unit.tokens)
      } else {
        writer.attach(bytes, unit.tokens)
        let next = unit.tokens.upperBound
        if unit.mark == 0x3A, next < sentence.tokens.upperBound, !isSpaced(next),
          sentence.table.flags[next].contains(.number)
        {
          writer.join()
        }
      }
    }
  }

  private func isSpaced(_ token: Int) -> Bool {
    token < sentence.tokens.upperBound && sentence.table.flags[token].contains(.spaceBefore)
  }

  private mutating func openQuote(_ tokens: Range<Int>) {
    quoteDepth += 1
    writer.open("\"", tokens)
    let next = tokens.upperBound
    if next < sentence.tokens.upperBound, sentence.table.flags[next].contains(.capitalized) {
      writer.capitalizes = true
    }
  }

  private mutating func closeQuote(_ tokens: Range<Int>) {
    quoteDepth = max(0, quoteDepth - 1)
    writer.attach("\"", tokens)
  }
}
