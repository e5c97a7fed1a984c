/// A sentence or paragraph of an XLIFF file: `trans-unit` of 1.2, `segment` of 2.x.
struct XLIFFUnit {
  var id: String
  /// Where it starts in the file.
  var offset: Int
  var source: InlineContent?
  /// The segmented source of 1.2, which comes before the target.
  var segmentedSource: InlineContent?
  var target: InlineContent?
  /// The prefix of its elements, colon included.
  var prefix: String
  var isTranslatable: Bool
  var isApproved: Bool
  /// The texts of its notes, of 2.x those of the unit.
  var notes: [String] = []
}

/// Reads the units of an XLIFF file, 1.2 or 2.x, one after the other.
struct XLIFFUnits {
  private(set) var lexer: XMLLexer
  private var isNewer = false
  private var unitID = ""
  private var unitNotes: [String] = []
  /// The depth of the outermost element that is not to be translated.
  private var untranslated: Int?
  private(set) var sourceLanguage: String?

  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(FormatError) {
    lexer = XMLLexer(bytes)
    guard try lexer.next() == .start, lexer.localName == "xliff" else {
      throw lexer.error(.format("XLIFF"), at: lexer.range.lowerBound)
    }
    isNewer = try lexer.attribute("version")?.hasPrefix("2") ?? false
    sourceLanguage = try lexer.attribute("srcLang")
  }

  /// The next unit, nil at the end of the file.
  mutating func next() throws(FormatError) -> XLIFFUnit? {
    while let token = try lexer.next() {
      if token == .end {
        if let depth = untranslated, lexer.depth < depth { untranslated = nil }
        continue
      }
      guard token == .start else { continue }
      try noteTranslate()
      switch lexer.localName {
      case "file": sourceLanguage = try lexer.attribute("source-language") ?? sourceLanguage
      case "unit" where isNewer:
        unitID = try lexer.attribute("id") ?? ""
        unitNotes = []
      case "note" where isNewer: unitNotes.append(try InlineContent(&lexer).plain)
      case "segment" where isNewer, "trans-unit" where !isNewer:
        if !lexer.isEmptyElement { return try unit() }
      default: break
      }
    }
    return nil
  }

  private mutating func noteTranslate() throws(FormatError) {
    guard untranslated == nil, !lexer.isEmptyElement,
      try lexer.attribute("translate") == "no"
    else { return }
    untranslated = lexer.depth
  }

  /// Reads to the end of the unit whose start tag is the current token.
  private mutating func unit() throws(FormatError) -> XLIFFUnit {
    let depth = lexer.depth
    let id = try lexer.attribute("id") ?? ""
    var unit = XLIFFUnit(
      id: isNewer ? [unitID, id].filter { !$0.isEmpty }.joined(separator: "/") : id,
      offset: lexer.range.lowerBound, prefix: lexer.prefix,
      isTranslatable: untranslated == nil,
      isApproved: try lexer.attribute("approved") == "yes", notes: isNewer ? unitNotes : [])
    while let token = try lexer.next() {
      if token == .end, lexer.depth < depth { break }
      guard token == .start, lexer.depth == depth + (lexer.isEmptyElement ? 0 : 1) else { continue }
      switch lexer.localName {
      case "source": unit.source = try InlineContent(&lexer)
      case "seg-source": unit.segmentedSource = try InlineContent(&lexer)
      case "target": unit.target = try InlineContent(&lexer)
      case "note": unit.notes.append(try InlineContent(&lexer).plain)
      default: break
      }
    }
    if let outer = untranslated, lexer.depth < outer { untranslated = nil }
    return unit
  }
}
