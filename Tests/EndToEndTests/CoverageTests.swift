import Bitext
import Documents
import Foundation
import Review
import Testing
import VisAVis

/// What the glossaries know of a text, counted, and the rows that would make them know all of it.
@Suite struct CoverageTests {
  private static let text = """
    # Le ministre de la Résilience numérique

    > Le **ministre** de la Résilience numérique Jean Zorglub a vu Zorglub Balthazarov à Pékin.

    | Nom | Rôle |
    | --- | --- |
    | Zorglub Balthazarov | chef de la Fédération mondiale des Abeilles |

    La FMAX attend M. Balthazarov et un porte-parole de M. Trucmuche. Zorglub a vu Pékin le 4 mai.

    """

  private func folder() throws -> String {
    let path = NSTemporaryDirectory() + "visavis-coverage-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  private func file(_ text: String, _ name: String) throws -> String {
    let path = try folder() + "/" + name
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  private func report(_ inputs: [String], glossaries: [String] = []) throws -> CoverageReport {
    var configuration = Configuration()
    configuration.glossaries = glossaries
    let pipeline =
      glossaries.isEmpty ? try SharedPipeline.draft.get() : try Pipeline(configuration)
    var run = CoverageRun(pipeline)
    run.ownGlossaries = glossaries
    return try run.run(inputs).report
  }

  @Test func `counts occurrences, distinct terms and kinds`() throws {
    let total = try report([file(Self.text, "a.md")]).total
    let kinds = Dictionary(uniqueKeysWithValues: total.kinds.map { ($0.kind, $0.count) })
    #expect(kinds[.place] == count(2, of: 2, distinct: 1, of: 1))
    #expect(kinds[.portfolio].map { [$0.covered, $0.occurrences, $0.terms] } == [0, 2, 1])
    #expect(kinds[.office]?.percentage == 100)
    #expect(kinds[.date] == nil, "dates are no terms")
    #expect(total.total.occurrences == total.kinds.reduce(0) { $0 + $1.count.occurrences })
  }

  private func count(_ covered: Int, of all: Int, distinct: Int, of terms: Int) -> Coverage.Count {
    var count = Coverage.Count()
    (count.covered, count.occurrences) = (covered, all)
    (count.coveredTerms, count.terms) = (distinct, terms)
    return count
  }

  @Test(arguments: [
    ("Résilience numérique", TermKind.portfolio, Coverage.Reason.portfolio, "1:21 3:25"),
    ("FMAX", .organization, .acronym, "9:4"),
    ("Fédération mondiale des Abeilles", .other, .capitalized, "7:36"),
    ("Zorglub Balthazarov", .other, .inferred(rule: "kept"), "3:66 7:3"),
    // "Zorglub" alone is the person the document has named.
    ("Jean Zorglub", .person, .inferred(rule: "kept"), "3:48 9:67"),
    ("Trucmuche", .person, .inferred(rule: "title"), "9:56"),
  ])
  func `names what no row covers, and where`(
    source: String, kind: TermKind, reason: Coverage.Reason, places: String
  ) throws {
    let candidates = try report([file(Self.text, "a.md")]).total.candidates
    let item = try #require(candidates.first { $0.source == source }, "\(candidates.map(\.source))")
    #expect(item.kind == kind)
    #expect(item.reason == reason)
    let found = item.contexts.map { "\($0.line):\($0.column)" }.joined(separator: " ")
    #expect(found == places)
  }

  @Test func `suggests rows that are sound and cover all of the text`() throws {
    let source = try file(Self.text, "a.md")
    let first = try report([source])
    #expect(first.total.total.percentage < 60)
    let rows = String(decoding: SuggestedRows.file(first.total), as: UTF8.self)
    #expect(rows.contains("Résilience numérique\tDigital "))
    #expect(rows.contains("Jean /Zorglub/\tJean /Zorglub/\tperson\t"))
    let glossary = try file(rows, "missing.tsv")
    let service = try GlossaryService(paths: [glossary], usesBuiltin: false, dataDirectory: nil)
    #expect(try service.check().lines == [])
    let second = try report([source], glossaries: [glossary])
    #expect(second.total.candidates.map(\.source) == [])
    #expect(second.unused.map(\.source) == [])
    #expect(second.total.terms.contains { $0.source == "FMAX" && $0.glossary == glossary })
  }

  @Test func `lists unused rows, conflicts and two forms`() throws {
    let rows = "fr\ten\tkind\tconcept\nPékin\tPeking\tplace\tplace.peking\nLyon\tLyons\tplace\t\n"
    let glossary = try file(rows, "own.tsv")
    let source = try file("Pékin, Pékin et Marseille.\n", "a.txt")
    let found = try report([source], glossaries: [glossary])
    #expect(found.unused.map { "\($0.source):\($0.line)" } == ["Lyon:3"])
    let conflict = try #require(found.conflicts.first)
    #expect(conflict.source == "Pékin")
    #expect(conflict.rows.map(\.target) == ["Peking", "Beijing"])
    #expect(conflict.rows[0].glossary == glossary)
  }

  /// The findings of a translation by `rows`, as "severity: message".
  private func conflicts(in text: String, rows: String) throws -> [String] {
    var configuration = Configuration()
    configuration.glossaries = [try file("fr\ten\tkind\twhen\n" + rows, "own.tsv")]
    let pipeline = try Pipeline(configuration)
    var state = DocumentState()
    return pipeline.translate(SourceParagraph(text: Array(text.utf8)), state: &state).segments
      .flatMap(\.findings).filter { $0.rule == "conflict" }
      .map { "\($0.severity.rawValue): \($0.message)" }
  }

  @Test func `a translation tells once where rows conflict`() throws {
    let text = "Pékin et Zorgville. Pékin, encore Zorgville."
    let found = try conflicts(
      in: text, rows: "Zorgville\tZorg\tplace\t\nZorgville\tZorg City\tplace\t\n")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("warning: “Zorgville” is “Zorg” by ") ?? false, "\(found)")
    let overridden = try conflicts(in: text, rows: "Pékin\tPeking\tplace\t\n")
    #expect(overridden.map { $0.prefix(5) } == ["note:"], "\(overridden)")
    #expect(try conflicts(in: "Pékin. La reine. Le roi.", rows: "") == [])
  }

  @Test func `a translation tells a second rendering of a term`() throws {
    let rows = "Zorg\tZorg City\tplace\tafter:vers\nZorg\tZorg\tplace\t\n"
    let found = try conflicts(in: "Zorg dort. Il va vers Zorg et revient vers Zorg.", rows: rows)
    #expect(found == ["note: “Zorg” is “Zorg City” here and was “Zorg” before"])
  }

  @Test func `forbidden rows of any kind render nothing`() throws {
    var configuration = Configuration()
    let rows =
      "fr\ten\tkind\tstatus\nzorguien\tZorgish\tnationality\tforbidden\n"
      + "Zorgerie\tZorgery\tportfolio\tforbidden\nbwana\tBwanah\thonorific\tforbidden\n"
    configuration.glossaries = [try file(rows, "own.tsv")]
    let pipeline = try Pipeline(configuration)
    var state = DocumentState()
    let text = "Le ministre zorguien de la Zorgerie, bwana Paul Martin, est là."
    let target = pipeline.translate(SourceParagraph(text: Array(text.utf8)), state: &state).target
    #expect(!target.contains("Zorgish") && !target.contains("Zorgery"), "\(target)")
    #expect(!target.contains("Bwanah"), "\(target)")
  }

  @Test(arguments: ["job.xlf", "job.tmx"])
  func `reads the French side of exchange files`(name: String) throws {
    let unit =
      name.hasSuffix("xlf")
      ? """
      <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
      <file original="a" source-language="fr" target-language="en" datatype="plaintext"><body>
      <trans-unit id="1"><source>R&amp;D &#233; :
      vu <g id="1">Zorglub Balthazarov</g> au Caire.</source></trans-unit>
      <trans-unit id="2" translate="no"><source>Gaston Truc</source></trans-unit>
      </body></file></xliff>
      """
      : """
      <tmx version="1.4"><header srclang="fr"/><body>
      <tu><tuv xml:lang="en"><seg>Gaston Truc</seg></tuv>
      <tuv xml:lang="fr-FR"><seg>R&amp;D &#233; :
      vu <hi>Zorglub Balthazarov</hi> au Caire.</seg></tuv></tu></body></tmx>
      """
    let total = try report([file(unit, name)]).total
    #expect(total.terms.map(\.source).contains("Caire"), "\(total.terms.map(\.source))")
    let item = try #require(total.candidates.first { $0.source == "Zorglub Balthazarov" })
    let column = name.hasSuffix("xlf") ? 14 : 8
    #expect(item.contexts.map { "\($0.line):\($0.column)" } == ["4:\(column)"])
    #expect(!total.candidates.contains { $0.source.contains("Gaston") })
  }

  @Test func `reports in every format`() throws {
    let source = try file("Zorglub|<b> Balthazarov & Pékin\n", "a.txt")
    let found = try report([source, source])
    for format in ReportFormat.allCases {
      let text = String(
        decoding: format.file(title: "Coverage", found.tables), as: UTF8.self)
      #expect(text.contains("Beijing"), "\(format)")
      #expect(format != .html || !text.contains("<b>"))
      #expect(format != .markdown || text.contains(#"Zorglub\|\<b> Balthazarov"#), "\(text)")
    }
    let lines = String(
      decoding: ReportFormat.tsv.file(title: "", found.tables), as: UTF8.self
    ).split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    #expect(Set(lines.map(\.count)).count == 1)
    let json = try JSONSerialization.jsonObject(with: Data(found.json()))
    let object = try #require(json as? [String: Any])
    #expect(object["format"] as? String == "visavis-coverage/1")
    #expect((object["files"] as? [Any])?.count == 2)
  }
}
