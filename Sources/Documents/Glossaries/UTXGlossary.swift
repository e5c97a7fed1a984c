/// UTX 1.11, the simple glossary format of AAMT: tab-separated, its columns named in the header.
enum UTXGlossary {
  /// UTX's columns and this program's; others keep their own name.
  private static let names: [(utx: String, column: String)] = [
    ("src", "fr"), ("tgt", "en"), ("src:pos", "pos"), ("term status", "status"),
    ("concept ID", "concept"), ("comment", "note"),
  ]
  private static let statuses: [(utx: String, status: String)] = [
    ("approved", "preferred"), ("provisional", "admitted"), ("non-standard", "deprecated"),
    ("forbidden", "forbidden"), ("rejected", "forbidden"),
  ]
  private static let partsOfSpeech: [(utx: String, pos: String)] = [
    ("noun", "NOUN"), ("properNoun", "PROPN"), ("adjective", "ADJ"), ("verb", "VERB"),
    ("adverb", "ADV"),
  ]

  static func read(_ file: [UInt8]) throws(FormatError) -> GlossaryTable {
    var rows = DelimitedRows(file, .tsv)
    var table = GlossaryTable()
    var lost = LossCount()
    var header: [String]?
    var isUTX = false
    while let row = try rows.next() {
      if row[0].hasPrefix("#") {
        if row[0].hasPrefix("#UTX") {
          isUTX = true
        } else if row[0] == "#src" {
          header = ["src"] + row.dropFirst()
        } else {
          lost.add("comment")
        }
        continue
      }
      guard isUTX, let header else { throw FormatError(.format("UTX"), line: 1, column: 1) }
      guard row.count >= 2 else {
        throw FormatError(.cells(found: row.count, expected: 2), line: rows.line, column: 1)
      }
      table.rows.append(self.row(row, header, line: rows.line, &lost))
    }
    guard isUTX else { throw FormatError(.format("UTX"), line: 1, column: 1) }
    table.losses = lost.words
    return table
  }

  private static func row(
    _ cells: [String], _ header: [String], line: Int, _ lost: inout LossCount
  ) -> GlossaryTable.Row {
    var row = GlossaryTable.Row([:], line: line)
    for (name, value) in zip(header, cells) where !value.isEmpty && value != "-" {
      let column = names.first { $0.utx == name }?.column ?? name
      switch column {
      case "status": row[column] = statuses.first { $0.utx == value }?.status ?? value
      case "pos": row[column] = partsOfSpeech.first { $0.utx == value }?.pos ?? ""
      case _ where GlossaryTable.columns.contains(column): row[column] = value
      default: lost.add(name)
      }
    }
    // UTX has no "keep", and what needs no word is the usual thing.
    if row["status"] == "preferred" { row["status"] = "" }
    return row
  }

  /// `date` is that of the file: "2026-06-16".
  static func write<Failure: Error>(
    _ table: GlossaryTable, date: String?, into output: inout [UInt8],
    _ put: (inout [UInt8]) throws(Failure) -> Void
  ) throws(Failure) -> [String] {
    let known = names.map(\.column)
    let extra = table.usedColumns.filter { !known.contains($0) }
    var lost = LossCount()
    line(["#UTX 1.11; fr/en; \(date ?? "undated"); creator: visavis"], into: &output)
    line(["#src"] + names.dropFirst().map(\.utx) + extra, into: &output)
    for row in table.rows {
      let english = row["en"].isEmpty ? row["fr"] : row["en"]
      if row["fr"].contains("/") || english.contains("/") { lost.add("family name") }
      let status = row["status"].isEmpty ? "preferred" : row["status"]
      if status == "keep" { lost.add("status keep") }
      let cells = [
        row["fr"].withoutFamilyMarks, english.withoutFamilyMarks,
        // A hyphen where there is nothing to say.
        partsOfSpeech.first { $0.pos == row["pos"] }?.utx ?? "-",
        statuses.first { $0.status == status }?.utx ?? "approved", row["concept"], row["note"],
      ]
      line(cells + extra.map { row[$0] }, into: &output)
      try put(&output)
    }
    return lost.words
  }

  /// UTX's lines end in CRLF.
  private static func line(_ cells: [String], into output: inout [UInt8]) {
    DelimitedWriter.Dialect.tsv.put(cells, into: &output)
    output.removeLast()
    output.put("\r\n")
  }
}
