package import Bitext

/// Cuts a paragraph's normalised text into tokens.
///
/// "L’État du Haut-Karabakh" becomes `L'`, `État`, `de`, `le` (contracted), `Haut`, `Karabakh` (hyphen before).
/// Numbers keep their separators ("1 234,5"), dotted acronyms are one token ("O.N.U."), URLs, addresses,
/// hashtags and code are opaque.
package struct Tokenizer: Sendable {
  private struct Fused: Sendable {
    var folded: (UInt64, UInt64)
    var exact: (UInt64, UInt64)
  }

  private let contractions: FormMap<Fused>
  private let longestContraction: Int
  private let elisions: FormSet

  package init() {
    contractions = FormMap(
      Contraction.all.map { row in
        let fused = Fused(
          folded: (Folding.foldedHash(row.preposition), Folding.foldedHash(row.article)),
          exact: (Folding.exactHash(row.preposition), Folding.exactHash(row.article)))
        return (Folding.exactHash(row.surface), fused)
      })
    longestContraction = Contraction.all.map(\.surface.utf8.count).max() ?? 0
    elisions = FormSet(Elision.heads.map { Folding.foldedHash($0) })
  }

  /// The tokens of `text`, which is UTF-8 as `Normalizer` leaves it. Linear in its length.
  package func tokenize(_ text: [UInt8]) -> TokenTable {
    var table = TokenTable()
    // A token has five bytes, its space included.
    table.reserveCapacity(text.count / 5 + 8)
    tokenize(text, into: &table)
    return table
  }

  /// The tokens of `text` in `table`, whose storage is reused.
  package func tokenize(_ text: [UInt8], into table: inout TokenTable) {
    table.removeAll()
    text.withUnsafeBufferPointer { bytes in
      Folding.table.withUnsafeBufferPointer { letters in
        var scanner = Scanner(bytes: bytes, letters: letters)
        withUnsafeTemporaryAllocation(byteCount: TokenBuffer.byteCount, alignment: 8) {
          var buffer = TokenBuffer(storage: $0)
          while scanner.skipSpace() { scan(&scanner, into: &buffer, &table) }
          buffer.flush(into: &table)
        }
      }
    }
    markShouting(&table)
  }

  @inline(__always)
  private func scan(
    _ scanner: inout Scanner, into buffer: inout TokenBuffer, _ table: inout TokenTable
  ) {
    if buffer.isFull { buffer.flush(into: &table) }
    let start = scanner.position
    let byte = scanner.bytes[start]
    if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
      scanner.scanNumber()
      return append(&buffer, scanner, start, [.number])
    }
    if scanner.scanMarkedOpaque() {
      return append(&buffer, scanner, start, [.opaque])
    }
    guard scanner.letter(at: start) != nil else {
      scanner.scanPunctuation()
      return append(&buffer, scanner, start, [.punctuation])
    }
    scanner.scanWord(elisions: elisions)
    if scanner.scanAddress(from: start) {
      return append(&buffer, scanner, start, [.opaque])
    }
    append(&buffer, scanner, start, scanner.wordFlags)
  }

  @inline(__always)
  private func append(
    _ buffer: inout TokenBuffer, _ scanner: Scanner, _ start: Int, _ kind: TokenFlags
  ) {
    var flags = kind
    if scanner.sawSpace { flags.insert(.spaceBefore) }
    if scanner.sawHyphen { flags.insert(.hyphenBefore) }
    if kind.contains(.word), scanner.position - start <= longestContraction,
      !kind.contains(.elided),
      let fused = contractions[scanner.exact]
    {
      buffer.push(fused.folded.0, fused.exact.0, start, scanner.position, flags)
      buffer.push(
        fused.folded.1, fused.exact.1, scanner.position, scanner.position, [.word, .contracted])
      return
    }
    buffer.push(scanner.folded, scanner.exact, start, scanner.position, flags)
  }

  /// Marks every word of a text whose words are nearly all in capitals: a headline proves no proper name.
  private func markShouting(_ table: inout TokenTable) {
    var capitals = 0
    var others = 0
    for flags in table.flags where flags.contains(.word) && !flags.contains(.elided) {
      if flags.contains(.allCapitals) {
        capitals += 1
      } else if !flags.contains(.capitalized) {
        others += 1
      }
    }
    guard capitals >= 2, capitals > others * 4 else { return }
    let hasAccents = table.indices.contains { table.exact[$0] != table.folded[$0] }
    for index in table.flags.indices where table.flags[index].contains(.word) {
      table.flags[index].insert(hasAccents ? .shouted : [.shouted, .unaccented])
    }
  }
}
