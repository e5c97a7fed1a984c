/// TBX-Basic in all its forms: martif (2008), DCA and DCT (2019).
///
/// A French term becomes a row with the English of its concept. Definitions and contexts go to the note;
/// what no column holds is counted in the table's `losses`.
enum TBXReader {
  static func read(_ file: [UInt8]) throws(FormatError) -> GlossaryTable {
    let bytes = try XMLEncoding.utf8(file)
    var result: Result<GlossaryTable, FormatError> = .success(GlossaryTable())
    bytes.withUnsafeBufferPointer { buffer in
      var pass = TBXPass(buffer)
      do throws(FormatError) {
        result = .success(try pass.read())
      } catch {
        result = .failure(error)
      }
    }
    return try result.get()
  }
}

/// One walk over one file.
private struct TBXPass {
  private struct Term {
    var language: String
    var cells: [String: String] = [:]
    var text = ""
    var notes: [String] = []
    var status = ""
  }

  private var lexer: XMLLexer
  private var lines: LineCounter
  private var lost = LossCount()
  private var table = GlossaryTable()
  private var terms: [Term] = []
  private var id = ""
  private var kind = ""
  /// Notes of the concept and of its languages.
  private var notes: [String] = []
  private var line = 0
  private var language = ""
  private var isInTerm = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    lexer = XMLLexer(bytes)
    lines = LineCounter(bytes)
  }

  mutating func read() throws(FormatError) -> GlossaryTable {
    guard try lexer.next() == .start, ["martif", "tbx"].contains(lexer.localName) else {
      throw lexer.error(.format("TBX"), at: lexer.range.lowerBound)
    }
    var isInBody = false
    while let token = try lexer.next() {
      if token == .text { continue }
      let name = lexer.localName
      if name == "body" { isInBody = token == .start }
      guard isInBody else { continue }
      if token == .start { try start(name) } else { end(name) }
    }
    table.losses = lost.words
    return table
  }

  private mutating func start(_ name: String) throws(FormatError) {
    switch name {
    case "body", "descripGrp", "termGrp", "adminGrp", "termNoteGrp", "transacGrp": break
    case "termEntry", "conceptEntry":
      terms = []
      notes = []
      kind = ""
      id = try lexer.attribute("id") ?? ""
      line = lines.line(at: lexer.range.lowerBound)
    case "langSet", "langSec": language = try lexer.attribute("xml:lang") ?? ""
    case "tig", "ntig", "termSec":
      isInTerm = true
      terms.append(Term(language: language.lowercased().replacing("_", with: "-")))
    default: try value(name)
    }
  }

  /// An element with text: in DCA its type is an attribute, in DCT its name.
  private mutating func value(_ name: String) throws(FormatError) {
    let type = try lexer.attribute("type") ?? name
    let text = try InlineContent(&lexer).plain.onOneLine
    guard !text.isEmpty else { return }
    guard isInTerm, let last = terms.indices.last else { return concept(type, text) }
    switch type {
    case "term": terms[last].text = text
    case "partOfSpeech":
      let match = TBXWriter.partsOfSpeech.first { $0.value == text && $0.key != "PROPN" }
      terms[last].cells["pos"] = match?.key
      if match == nil { lost.add("partOfSpeech \(text)") }
    case "grammaticalGender":
      let match = TBXWriter.genders.first { $0.value == text }
      terms[last].cells["fr_gram"] = match?.key
      if match == nil { lost.add("grammaticalGender \(text)") }
    case "administrativeStatus", "normativeAuthorization": status(text, of: last)
    case "source": add(text, to: "ref", of: last)
    case "note": termNote(text, of: last)
    case "context", "definition", "termType", "geographicalUsage", "usageNote":
      terms[last].notes.append("\(type) – \(text)")
    default: lost.add(type)
    }
  }

  private mutating func concept(_ type: String, _ text: String) {
    switch type {
    case "subjectField":
      if Self.kinds.contains(text) { kind = text } else { notes.append("domain – \(text)") }
    case "note": notes.append(text)
    case "definition": notes.append("definition – \(text)")
    default: lost.add(type)
    }
  }

  private static let kinds: Set<String> = [
    "person", "office", "portfolio", "honorific", "place", "organization", "nationality",
    "language", "religion", "event", "law", "work", "currency", "unit", "other",
  ]

  private mutating func status(_ text: String, of index: Int) {
    let known = ["preferred", "admitted", "deprecated"].first { TBXWriter.statuses[$0] == text }
    terms[index].status = known ?? (text == "supersededTerm-admn-sts" ? "deprecated" : "")
    if terms[index].status.isEmpty { lost.add("administrativeStatus \(text)") }
  }

  /// A note "column: value" is that column.
  private mutating func termNote(_ text: String, of index: Int) {
    if let colon = text.firstIndex(of: ":") {
      let column = String(text[..<colon])
      if GlossaryTable.columns.contains(column) {
        let value = String(text[text.index(after: colon)...].drop { $0 == " " })
        terms[index].cells[column] = value
        return
      }
    }
    terms[index].notes.append(text)
  }

  private mutating func add(_ text: String, to column: String, of index: Int) {
    let before = terms[index].cells[column].map { $0 + "; " } ?? ""
    terms[index].cells[column] = before + text
  }

  private mutating func end(_ name: String) {
    switch name {
    case "tig", "ntig", "termSec": isInTerm = false
    case "termEntry", "conceptEntry": finishEntry()
    default: break
    }
  }

  private mutating func finishEntry() {
    let french = terms.filter { $0.language.hasPrefix("fr") && !$0.text.isEmpty }
    let english = terms.filter { $0.language.hasPrefix("en") && !$0.text.isEmpty }
    let british = english.first { $0.language == "en-gb" }
    var usual = english.filter { $0.language != "en-gb" }
    let best =
      usual.firstIndex { $0.status == "preferred" }
      ?? usual.firstIndex { $0.status != "deprecated" } ?? usual.indices.first
    guard !french.isEmpty, let target = best.map({ usual.remove(at: $0) }) ?? british else {
      return lost.add("concept without French or English")
    }
    for term in terms where !term.language.hasPrefix("fr") && !term.language.hasPrefix("en") {
      lost.add("term in \(term.language)")
    }
    let also = usual.filter { $0.status != "deprecated" }.map(\.text)
    for _ in 0..<usual.count - also.count { lost.add("deprecated English term") }
    for term in english { for _ in term.notes { lost.add("note on an English term") } }
    for term in french {
      var row = GlossaryTable.Row([:], line: line)
      row["concept"] = id.hasPrefix(TBXWriter.anonymous) ? "" : id
      row["fr"] = term.text
      row["en"] = target.text
      row["also"] = also.joined(separator: "|")
      row["gb"] = best == nil ? "" : british?.text ?? ""
      row["kind"] = kind
      row["status"] = term.status
      row["note"] = (notes + term.notes).joined(separator: "; ")
      for (column, value) in term.cells {
        row[column] = column == "note" && !row["note"].isEmpty ? row["note"] + "; " + value : value
      }
      table.rows.append(row)
    }
  }
}
