import Foundation
import Testing

@testable import Documents

struct GlossaryExchangeTests {
  private static let header = GlossaryTable.columns.joined(separator: "\t")

  /// Rows with every column, synonyms of a concept that differ, and texts that XML must escape.
  private static let table = GlossaryTable(rows: [
    .init([
      "concept": "office.maire", "fr": "maire", "en": "mayor", "attr": "mayoral",
      "also": "head|boss",
      "kind": "office", "pos": "NOUN", "fr_gram": "mf", "en_gram": "lower", "forms": "mairesse",
      "case": "any", "when": "not-after:le", "status": "preferred", "ref": "Gazette <1>",
      "note": "a & b",
    ]),
    .init([
      "concept": "office.maire", "fr": "premier magistrat", "en": "first magistrate",
      "kind": "office", "pos": "NOUN", "fr_gram": "m", "status": "deprecated",
    ]),
    .init([
      "concept": "person.a", "fr": "Ana /Dupré/", "en": "Ana /Dupre/", "gb": "Anna",
      "kind": "person",
      "pos": "PROPN", "fr_gram": "f", "link": "place.b", "note": "fr: non",
    ]),
    .init(["concept": "1 mauvais", "fr": "Oz", "status": "keep", "kind": "place"]),
    .init(["fr": "rare", "en": "rare", "pos": "ADJ", "status": "forbidden"]),
    .init(["fr": "sans rien", "en": "with nothing"]),
  ])

  @Test(arguments: [GlossaryFormat.tsv, .csv, .tbx, .martif])
  func `loses nothing`(format: GlossaryFormat) throws {
    let written = GlossaryExchange.write(Self.table, as: format)
    let read = try GlossaryExchange.read(written.file, as: format)
    #expect(read.rows.map(\.cells) == Self.table.rows.map(\.cells))
    #expect(written.losses.isEmpty && read.losses.isEmpty)
  }

  @Test func `hands a long glossary over in pieces`() throws {
    let rows = (0..<3000).map { number in
      GlossaryTable.Row(["fr": "maire \(number)", "en": "mayor \(number)", "note": "de Metz"])
    }
    for format in GlossaryFormat.allCases {
      let table = GlossaryTable(rows: rows)
      var file: [UInt8] = []
      var pieces = 0
      let losses = GlossaryExchange.write(table, as: format) { bytes in
        #expect(bytes.count < 1 << 17)
        pieces += 1
        file += bytes
        bytes = []
      }
      #expect(pieces > 1)
      #expect(losses.isEmpty)
      #expect(file == GlossaryExchange.write(table, as: format).file)
    }
  }

  @Test func `a NUL is an error with its place`() {
    #expect(throws: FormatError(.control, line: 2, column: 3)) {
      try GlossaryExchange.read(Array("fr\ten\nch\0at\tcat\n".utf8), as: .tsv)
    }
  }

  @Test func `says what UTX and OmegaT cannot hold`() throws {
    let utx = GlossaryExchange.write(Self.table, as: .utx)
    #expect(utx.losses == ["1 × family name", "1 × status keep"])
    let read = try GlossaryExchange.read(utx.file, as: .utx)
    #expect(read.rows[0]["also"] == "head|boss" && read.rows[1]["status"] == "deprecated")
    #expect(read.rows[2].cells["fr"] == "Ana Dupré")
    // A row without a part of speech has none on the way back.
    let plain = GlossaryTable(rows: [.init(["fr": "maire", "en": "mayor"])])
    let back = try GlossaryExchange.read(
      GlossaryExchange.write(plain, as: .utx).file, as: .utx)
    #expect(back.rows.map(\.cells) == plain.rows.map(\.cells))
    let omegat = GlossaryExchange.write(Self.table, as: .omegat)
    #expect(
      String(decoding: omegat.file, as: UTF8.self)
        == "maire\tmayor\ta & b\nAna Dupré\tAna Dupre\tfr: non\nOz\tOz\nsans rien\twith nothing\n")
    #expect(omegat.losses.contains("1 × forbidden term") && omegat.losses.contains("1 × forms"))
    #expect(try GlossaryExchange.read(omegat.file, as: .omegat).rows.count == 4)
  }

  @Test(
    .enabled(if: Schemas.isUsable, "no schemas or no xmllint: TBX is not validated"),
    arguments: [
      (GlossaryFormat.tbx, "--relaxng", "tbx/TBXcoreStructV03.rng"),
      (.martif, "--dtdvalid", "tbx/TBXcoreStructV02.dtd"),
    ])
  func `is valid by its schema`(format: GlossaryFormat, option: String, schema: String) throws {
    let file = GlossaryExchange.write(Self.table, as: format).file
    let log = try Schemas.validate(file, option: option, schema: schema)
    #expect(log == nil, "\(log ?? "")")
  }

  @Test func `reads TBX of other tools`() throws {
    let text = """
      <tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
        xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
      <tbxHeader/><text><body><conceptEntry id="c1"><min:subjectField>Ports</min:subjectField>
      <langSec xml:lang="en"><termSec><term>pier</term>
        <min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec>
        <termSec><term>quay</term><min:partOfSpeech>noun</min:partOfSpeech>
        <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec></langSec>
      <langSec xml:lang="FR"><descripGrp><basic:definition>Où l’on
        accoste.</basic:definition></descripGrp><termSec><term>quai</term>
        <basic:grammaticalGender>masculine</basic:grammaticalGender></termSec></langSec>
      <langSec xml:lang="es"><termSec><term>muelle</term></termSec></langSec></conceptEntry>
      <conceptEntry id="c2"><langSec xml:lang="es"><termSec><term>x</term></termSec></langSec>
      </conceptEntry></body></text></tbx>
      """
    let table = try GlossaryExchange.read(Array(text.utf8), as: .tbx)
    #expect(
      table.rows.map(\.cells) == [
        [
          "concept": "c1", "fr": "quai", "en": "quay", "also": "pier", "fr_gram": "m",
          "note": "domain – Ports; definition – Où l’on accoste.",
        ]
      ])
    #expect(table.losses == ["1 × concept without French or English", "1 × term in es"])
  }

  @Test(.enabled(if: Schemas.folder != nil, "no example files"), arguments: ["dca", "dct"])
  func `reads the official examples`(style: String) throws {
    let path = "\(Schemas.folder ?? "")/tbx/example-astronomy-\(style).tbx"
    let file = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let table = try GlossaryExchange.read(file, as: .tbx)
    #expect(!table.losses.isEmpty)
    // The languages of the example are others; every concept is accounted for.
    let concepts = String(decoding: file, as: UTF8.self).ranges(of: "<conceptEntry ").count
    #expect(
      table.losses.contains(
        "\(concepts - Set(table.rows.map { $0["concept"] }).count) × concept without French or English"
      ))
  }

  @Test(arguments: [
    (
      GlossaryFormat.tsv, "fr\ten\ncle\n",
      "2:4: error: 1 cell; 2 expected; empty cells keep their separator"
    ),
    (.tsv, "fr\tde\n", "1:4: error: there is no column 'de' in a glossary"),
    (
      .csv, "fr\n",
      "1:1: error: the columns 'fr' and 'en' are not there; name them in the first line"
    ),
    (
      .utx, "a\tb\n",
      "1:1: error: not a file in the format UTX; give it the extension of its format"
    ),
    (
      .tbx, "<tmx/>",
      "1:1: error: not a file in the format TBX; give it the extension of its format"
    ),
    (
      .omegat, "a\n", "1:1: error: 1 cell; 2 expected; empty cells keep their separator"
    ),
  ])
  func `says what is wrong`(format: GlossaryFormat, text: String, expected: String) {
    #expect {
      try GlossaryExchange.read(Array(text.utf8), as: format)
    } throws: {
      "\($0)" == expected
    }
  }

  @Test(arguments: ["offices.tsv", "people-politics.tsv", "people-history.tsv"])
  func `converts the glossaries of the project`(name: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Glossaries/\(name)")
    let table = try GlossaryExchange.read([UInt8](Data(contentsOf: file)), as: .tsv)
    let tbx = GlossaryExchange.write(table, as: .tbx).file
    let back = try GlossaryExchange.read(tbx, as: .tbx)
    // Rows of one concept come together.
    let difference = Set(back.rows.map(\.cells)).symmetricDifference(table.rows.map(\.cells))
    #expect(difference.isEmpty)
  }
}
