/// TBX-Basic: a concept for each `concept` of the table, its French and English terms.
///
/// What TBX has no element for stands in a note "column: value" of the French term, so that a file written
/// here comes back whole and a reader of another tool sees it.
struct TBXWriter {
  /// The form of ISO 30042:2008 (`martif`), else that of 2019 (DCA).
  let isMartif: Bool

  /// Columns that all rows of a concept share unless a note says otherwise.
  static let shared = ["en", "gb", "also", "kind"]
  static let statuses = [
    "preferred": "preferredTerm-admn-sts", "admitted": "admittedTerm-admn-sts",
    "deprecated": "deprecatedTerm-admn-sts", "forbidden": "deprecatedTerm-admn-sts",
    "keep": "preferredTerm-admn-sts",
  ]
  static let partsOfSpeech = [
    "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective", "VERB": "verb", "ADV": "adverb",
  ]
  static let genders = ["m": "masculine", "f": "feminine"]
  /// The start of ids that stand for no concept of the glossary.
  static let anonymous = "visavis-"

  /// Nothing is lost.
  func write<Failure: Error>(
    _ table: GlossaryTable, into output: inout [UInt8],
    _ put: (inout [UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> [String] {
    output.put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    if isMartif {
      output.put("<!DOCTYPE martif SYSTEM \"TBXcoreStructV02.dtd\">\n")
      output.put("<martif type=\"TBX-Basic\" xml:lang=\"en\">\n<martifHeader>")
    } else {
      output.put("<tbx type=\"TBX-Basic\" style=\"dca\" xml:lang=\"en\"")
      output.put(" xmlns=\"urn:iso:std:iso:30042:ed-2\">\n<tbxHeader>")
    }
    output.put("<fileDesc><sourceDesc><p>visavis</p></sourceDesc></fileDesc>")
    output.put(isMartif ? "</martifHeader>\n" : "</tbxHeader>\n")
    output.put("<text><body>\n")
    var ids: Set<String> = []
    let synonyms = synonyms(in: table)
    for (index, row) in table.rows.enumerated() {
      let concept = row["concept"]
      guard let places = synonyms[concept] else {
        entry([row], &ids, into: &output)
        try put(&output)
        continue
      }
      // Rows of one concept together, in the order of their first row.
      guard places.first == index else { continue }
      entry(places.map { table.rows[$0] }, &ids, into: &output)
      try put(&output)
    }
    output.put("</body></text>\n" + (isMartif ? "</martif>\n" : "</tbx>\n"))
    return []
  }

  /// The rows of the concepts that have several.
  private func synonyms(in table: GlossaryTable) -> [String: [Int]] {
    var first: [String: Int] = [:]
    var places: [String: [Int]] = [:]
    for (index, row) in table.rows.enumerated() {
      let concept = row["concept"]
      guard !concept.isEmpty else { continue }
      if let start = first[concept] {
        places[concept, default: [start]].append(index)
      } else {
        first[concept] = index
      }
    }
    return places
  }

  private func entry(
    _ rows: [GlossaryTable.Row], _ ids: inout Set<String>, into output: inout [UInt8]
  ) {
    guard let first = rows.first else { return }
    let (entry, language) = isMartif ? ("termEntry", "langSet") : ("conceptEntry", "langSec")
    let isName = isName(first["concept"]) && !ids.contains(first["concept"])
    let id = isName ? first["concept"] : "\(Self.anonymous)\(ids.count + 1)"
    ids.insert(id)
    output.put("<\(entry)")
    output.putAttribute("id", id)
    output.put(">\n")
    if !first["kind"].isEmpty { element("descrip", "subjectField", first["kind"], into: &output) }
    output.put("<\(language) xml:lang=\"fr\">\n")
    for (index, row) in rows.enumerated() {
      var notes: [(String, String)] = []
      if index == 0, !isName, !row["concept"].isEmpty { notes.append(("concept", row["concept"])) }
      if index > 0 {
        notes += Self.shared.filter { row[$0] != first[$0] }.map { ($0, row[$0]) }
      }
      french(row, notes, into: &output)
    }
    output.put("</\(language)>\n<\(language) xml:lang=\"en\">\n")
    english(first["en"].isEmpty ? first["fr"] : first["en"], "preferred", into: &output)
    for other in first["also"].split(separator: "|") {
      english(String(other), "admitted", into: &output)
    }
    output.put("</\(language)>\n")
    if !first["gb"].isEmpty {
      output.put("<\(language) xml:lang=\"en-GB\">\n")
      english(first["gb"], "preferred", into: &output)
      output.put("</\(language)>\n")
    }
    output.put("</\(entry)>\n")
  }

  private func french(
    _ row: GlossaryTable.Row, _ notes: [(String, String)], into output: inout [UInt8]
  ) {
    var notes = notes
    output.put(isMartif ? "<tig>" : "<termSec>")
    term(row["fr"], into: &output)
    if row["fr"].contains("/") { notes.append(("fr", row["fr"])) }
    for column in ["en", "gb", "also"] where row[column].contains("/") {
      notes.append((column, row[column]))
    }
    if row["en"].isEmpty { notes.append(("en", "")) }
    if let value = Self.partsOfSpeech[row["pos"]] {
      element("termNote", "partOfSpeech", value, into: &output)
    }
    if !["", "NOUN", "ADJ", "VERB", "ADV"].contains(row["pos"]) {
      notes.append(("pos", row["pos"]))
    }
    if let value = Self.genders[row["fr_gram"]] {
      element("termNote", "grammaticalGender", value, into: &output)
    } else if !row["fr_gram"].isEmpty {
      notes.append(("fr_gram", row["fr_gram"]))
    }
    if let value = Self.statuses[row["status"]] {
      element("termNote", "administrativeStatus", value, into: &output)
      if row["status"] == "forbidden" || row["status"] == "keep" {
        notes.append(("status", row["status"]))
      }
    }
    if !row["ref"].isEmpty { element("admin", "source", row["ref"], into: &output) }
    for column in ["attr", "en_gram", "forms", "link", "case", "when"] where !row[column].isEmpty {
      notes.append((column, row[column]))
    }
    if !row["note"].isEmpty {
      // A note of the user that looks like ours says that it is a note.
      let isTaken = GlossaryTable.columns.contains { row["note"].hasPrefix($0 + ":") }
      note(isTaken ? "note: " + row["note"] : row["note"], into: &output)
    }
    for (column, value) in notes { note("\(column): \(value)", into: &output) }
    output.put(isMartif ? "</tig>\n" : "</termSec>\n")
  }

  private func english(_ text: String, _ status: String, into output: inout [UInt8]) {
    output.put(isMartif ? "<tig>" : "<termSec>")
    term(text, into: &output)
    element("termNote", "administrativeStatus", Self.statuses[status] ?? "", into: &output)
    output.put(isMartif ? "</tig>\n" : "</termSec>\n")
  }

  private func term(_ text: String, into output: inout [UInt8]) {
    output.put("<term>")
    output.putXML(text.withoutFamilyMarks)
    output.put("</term>")
  }

  private func element(
    _ name: String, _ type: String, _ text: String, into output: inout [UInt8]
  ) {
    output.put("<\(name) type=\"\(type)\">")
    output.putXML(text)
    output.put("</\(name)>")
  }

  private func note(_ text: String, into output: inout [UInt8]) {
    output.put("<note>")
    output.putXML(text)
    output.put("</note>")
  }

  /// Whether `id` can be an XML id.
  private func isName(_ id: String) -> Bool {
    guard let first = id.unicodeScalars.first, first.properties.isAlphabetic || first == "_",
      !id.hasPrefix(Self.anonymous)
    else { return false }
    return id.unicodeScalars.allSatisfy {
      $0.isASCII
        ? $0.properties.isAlphabetic || $0.properties.numericType != nil
          || "_-.".unicodeScalars.contains($0)
        : $0.properties.isAlphabetic
    }
  }
}
