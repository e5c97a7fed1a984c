internal import Bitext
package import Documents
internal import French
internal import Terminology

/// Reads, checks and searches glossaries for the command line.
package struct GlossaryService: Sendable {
  /// A row as it is shown.
  package struct Row: Sendable, Hashable {
    package var source: String
    package var target: String
    package var kind: String
    package var concept: String
    package var file: String
    package var line: Int
    package var note: String
  }

  private let glossaries: [Glossary]

  /// The built-in glossaries, if `usesBuiltin`, and the files at `paths`. Throws `ConfigurationError`.
  package init(paths: [String], usesBuiltin: Bool, dataDirectory: String?) throws {
    var glossaries: [Glossary] = []
    do {
      if usesBuiltin {
        let files = try DataFiles(directory: dataDirectory)
        for name in files.names(under: "Glossaries/") {
          let file = String(name.dropFirst("Glossaries/".count))
          glossaries.append(try GlossaryReader(file: file).read(Array(files[name].bytes)))
        }
      }
      for path in paths {
        guard let bytes = MappedBytes(reading: path) else {
          throw ConfigurationError(
            "visavis: \(path): error: cannot read the glossary; check the path", exitCode: 66)
        }
        glossaries.append(try GlossaryFile.read(Array(bytes.bytes), path: path))
      }
    } catch let error as GlossaryError {
      throw ConfigurationError("visavis: " + error.message)
    }
    self.glossaries = glossaries
  }

  /// One line for each issue, and whether one is an error.
  package func check() throws -> (lines: [String], hasErrors: Bool, rows: Int) {
    let issues = try GlossaryCheck().issues(in: glossaries)
    return (
      issues.map(\.text), issues.contains { $0.severity == .error },
      glossaries.reduce(0) { $0 + $1.terms.count }
    )
  }

  /// All rows, or those of a kind.
  package func rows(kind: String? = nil) -> [Row] {
    glossaries.flatMap { glossary in
      glossary.terms.filter { kind == nil || $0.kind.rawValue == kind }
        .map { row($0, glossary.name) }
    }
  }

  /// The rows whose French or English contains `text`, case and accents aside.
  package func lookup(_ text: String) -> [Row] {
    let needle = Folding.fold(text)
    return glossaries.flatMap { glossary in
      glossary.terms.filter { term in
        Folding.fold(term.source).contains(needle) || Folding.fold(term.target).contains(needle)
          || term.also.contains { Folding.fold($0).contains(needle) }
      }.map { row($0, glossary.name) }
    }
  }

  /// How many rows and concepts there are, by file, kind and status.
  package func statistics() -> [ReportTable] {
    func counts(_ terms: [GlossaryTerm]) -> [String] {
      [
        "\(terms.count)", "\(Set(terms.map(\.concept)).count)",
        "\(terms.count { !$0.guards.isEmpty })", "\(terms.count { $0.british != nil })",
        "\(terms.count { $0.note != nil })",
      ]
    }
    func table(_ name: String, _ groups: [(String, [GlossaryTerm])]) -> ReportTable {
      let columns = ["rows", "concepts", "with guards", "with British form", "with note"]
      return ReportTable(
        "By \(name)",
        [.init(name)] + columns.map { ReportTable.Column($0, isNumber: true) },
        groups.filter { !$0.1.isEmpty }.map { .init([$0.0] + counts($0.1)) })
    }
    let all = glossaries.flatMap(\.terms)
    return [
      table("file", glossaries.map { ($0.name, $0.terms) } + [("all", all)]),
      table(
        "kind", TermKind.allCases.map { kind in (kind.rawValue, all.filter { $0.kind == kind }) }),
      table(
        "status",
        TermStatus.allCases.map { status in
          (status.rawValue, all.filter { $0.status == status })
        }),
    ]
  }

  private func row(_ term: GlossaryTerm, _ file: String) -> Row {
    Row(
      source: term.source, target: term.target, kind: term.kind.rawValue, concept: term.concept,
      file: file, line: term.line, note: term.note ?? "")
  }

  /// The bytes of the glossary at `path` with one more row, which is checked first; a new file gets a header.
  ///
  /// Throws `ConfigurationError` if the file or the row is malformed, or if the headword is there already.
  package static func adding(
    source: String, target: String, kind: String, note: String, to path: String
  ) throws -> [UInt8] {
    var bytes = MappedBytes(reading: path).map { Array($0.bytes) } ?? []
    if bytes.isEmpty { bytes = Array("fr\ten\tkind\tnote\n".utf8) }
    if bytes.last != 0x0A { bytes.append(0x0A) }
    do {
      let old = try GlossaryReader(file: path).read(bytes)
      if let same = old.terms.first(where: { $0.source == source && $0.kind.rawValue == kind }) {
        throw ConfigurationError(
          "visavis: \(path):\(same.line):1: error: '\(source)' is there already, "
            + "as '\(same.target)'; edit that line")
      }
      let header = String(decoding: bytes.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
      let separator: Character = path.hasSuffix(".csv") ? "," : "\t"
      let cells = header.split(separator: separator, omittingEmptySubsequences: false)
        .map { column in
          switch column.trimmingPrefix("\u{FEFF}").lowercased() {
          case "fr": source
          case "en": target
          case "kind": kind
          case "note": note
          default: ""
          }
        }
      bytes += Array((cells.joined(separator: String(separator)) + "\n").utf8)
      _ = try GlossaryReader(file: path).read(bytes)
    } catch let error as GlossaryError {
      throw ConfigurationError("visavis: " + error.message)
    }
    return bytes
  }
}
