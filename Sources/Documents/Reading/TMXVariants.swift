/// Reads the texts of a TMX file, one after the other, in all languages.
struct TMXVariants {
  /// A `tuv`: a text in one language, with the unit it belongs to.
  struct Variant {
    /// Counts from 1.
    var unit: Int
    /// The unit's own name, or "".
    var id: String
    /// Where the unit starts in the file.
    var offset: Int
    /// BCP 47, as the file says it.
    var language: String
    var content: InlineContent
    /// The notes of the unit up to here.
    var notes: [String]
  }

  private var lexer: XMLLexer
  private var unit = 0
  private var id = ""
  private var offset = 0
  private var language = ""
  private var notes: [String] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(FormatError) {
    lexer = XMLLexer(bytes)
    guard try lexer.next() == .start, lexer.localName == "tmx" else {
      throw lexer.error(.format("TMX"), at: lexer.range.lowerBound)
    }
  }

  /// The next text, nil at the end of the file.
  mutating func next() throws(FormatError) -> Variant? {
    while let token = try lexer.next() {
      guard token == .start else { continue }
      switch lexer.localName {
      case "tu":
        unit += 1
        id = try lexer.attribute("tuid") ?? ""
        offset = lexer.range.lowerBound
        notes = []
      case "note": notes.append(try InlineContent(&lexer).plain)
      case "tuv":
        let older = try lexer.attribute("lang") ?? ""
        language = try lexer.attribute("xml:lang") ?? older
      case "seg":
        return Variant(
          unit: unit, id: id, offset: offset, language: language,
          content: try InlineContent(&lexer), notes: notes)
      default: break
      }
    }
    return nil
  }
}
