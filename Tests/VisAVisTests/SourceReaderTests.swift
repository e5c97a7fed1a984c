import Bitext
import Documents
import Foundation
import Testing

@testable import VisAVis

/// A folder of its own for each test, gone with it.
private final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "/visavis-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = path + "/" + name
    try Data(bytes).write(to: URL(filePath: file))
    return file
  }

  /// A pipe with a name, into which `bytes` flow from another thread.
  func pipe(_ bytes: [UInt8]) throws -> String {
    let name = path + "/pipe"
    try #require(mkfifo(name, 0o600) == 0)
    Thread.detachNewThread {
      // Without this the end of a test that stops early would end all tests.
      signal(SIGPIPE, SIG_IGN)
      let file = open(name, O_WRONLY)
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        if count <= 0 { break }
        rest = rest.dropFirst(count)
      }
      close(file)
    }
    return name
  }
}

/// The paragraphs of an input as text, with their line numbers and line ends.
private struct Reading {
  var texts: [String] = []
  var lines: [Int] = []
  var ends: [[UInt8]] = []
  var notices: [String] = []

  init(_ path: String, isWrapped: Bool = false, encoding: String? = nil) throws {
    var reader = SourceReader(path: path)
    reader.isWrapped = isWrapped
    reader.encoding = encoding
    reader.lookahead = 1 << 16
    var paragraphs: [SourceParagraph] = []
    notices = try reader.forEachParagraph { paragraphs.append($0) }
    texts = paragraphs.map { String(decoding: $0.text, as: UTF8.self) }
    lines = paragraphs.map(\.line)
    ends = paragraphs.map(\.trailing)
  }
}

private func latin(_ text: String) -> [UInt8] {
  text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
}

@Suite struct SourceReaderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [
    ("", []),
    ("un\ndeux\n", ["un", "deux"]),
    ("un\r\ndeux\rtrois", ["un", "deux", "trois"]),
    ("\n\nun\n\r\n\r", ["", "", "un", "", ""]),
    ("a\u{2028}b\u{85}c\u{B}d\u{C}e\n", ["a\u{2028}b\u{85}c\u{B}d\u{C}e"]),
    ("\u{FEFF}été", ["été"]),
  ])
  func `a line is a paragraph`(text: String, expected: [String]) throws {
    let reading = try Reading(folder.file("a.txt", Array(text.utf8)))
    #expect(reading.texts.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
    #expect(reading.lines == Array(1..<(expected.count + 1)))
    #expect(reading.notices == [])
  }

  @Test func `keeps the ends of lines`() throws {
    let reading = try Reading(folder.file("a.txt", Array("a\r\nb\rc\nd".utf8)))
    #expect(reading.ends == [[0x0D, 0x0A], [0x0D], [0x0A], []])
  }

  @Test func `joins wrapped lines up to a blank one`() throws {
    let text = "Il pleut\r\nfort.\r\n \t\r\n\r\nElle\nrit\n\nFin"
    let reading = try Reading(folder.file("a.txt", Array(text.utf8)), isWrapped: true)
    #expect(reading.texts == ["Il pleut\r\nfort.", "Elle\nrit", "Fin"])
    #expect(reading.lines == [1, 5, 8])
    let whole = zip(reading.texts, reading.ends).flatMap { Array($0.0.utf8) + $0.1 }
    #expect(whole == Array(text.utf8))
  }

  @Test(arguments: [1, 2, 3, 5, 64])
  func `cuts lines alike in pieces of any size`(size: Int) throws {
    let text = Array("é\r\n\r\ndeux\r\rtrois\n\nquatre\r".utf8)
    var splitter = LineSplitter(isWrapped: false)
    var found: [[UInt8]] = []
    var start = 0
    while start < text.count {
      let end = min(start + size, text.count)
      try splitter.push(Array(text[start..<end]), isLast: false) { found.append($0.text) }
      start = end
    }
    try splitter.push([], isLast: true) { found.append($0.text) }
    #expect(found == ["é", "", "deux", "", "trois", "", "quatre"].map { Array($0.utf8) })
    #expect(splitter.line == 8)
  }

  // MARK: Encodings

  @Test(arguments: [
    ([0xFF, 0xFE, 0xE9, 0x00, 0x0A, 0x00], "é"),
    ([0xFE, 0xFF, 0x00, 0xE9, 0x20, 0x19], "é’"),
    ([0xFF, 0xFE, 0, 0, 0xE9, 0, 0, 0], "é"),
    ([0xEF, 0xBB, 0xBF, 0xC3, 0xA9], "é"),
  ])
  func `a byte order mark decides`(bytes: [UInt8], expected: String) throws {
    let reading = try Reading(folder.file("a.txt", bytes))
    #expect(reading.texts == [expected])
    #expect(reading.notices == [])
  }

  @Test func `reads windows-1252 with a notice`() throws {
    let path = try folder.file("a.txt", latin("L\u{92}été à Évry \u{80}"))
    let reading = try Reading(path)
    #expect(reading.texts == ["L’été à Évry €"])
    #expect(
      reading.notices == [
        "visavis: \(path): notice: not UTF-8; read as windows-1252 (another one: --encoding)"
      ])
  }

  @Test func `reads the encoding the user names`() throws {
    let path = try folder.file("a.txt", latin("c\u{BD}ur \u{A4}"))
    let reading = try Reading(path, encoding: "ISO-8859-15")
    #expect(reading.texts == ["cœur €"])
    #expect(reading.notices == [])
  }

  /// The file, what is wrong with it, and the exit code; FILE stands for its path.
  @Test(arguments: [
    (
      "été\nà la pla\u{E9}ge été\n",
      "FILE:2:10: error: broken UTF-8 at byte offset 15; "
        + "repair the file or name its encoding with --encoding"
    ),
    (
      "été\r\nà\0",
      "FILE:2:3: error: a binary file (control byte at offset 9); "
        + "visavis reads plain text and Markdown"
    ),
    (
      "l\0e\0 \0t\0e\0x\0t\0e\0",
      "FILE:1:1: error: UTF-16 without a byte order mark, as it seems; "
        + "read it with --encoding utf-16le"
    ),
    (
      "\0l\0e\0 \0t\0e\0x\0t\0e",
      "FILE:1:1: error: UTF-16 without a byte order mark, as it seems; "
        + "read it with --encoding utf-16be"
    ),
    (
      "%PDF-1.4 \u{E9}",
      "FILE:1:1: error: a PDF document, not plain text; "
        + "extract its text with 'pdftotext -layout' and read that with --wrapped"
    ),
    (
      "  <!DOCTYPE HTML>",
      "FILE:1:1: error: a web page, not plain text; "
        + "convert it to Markdown ('pandoc -f html -t gfm -o FILE.md') first"
    ),
  ])
  func `says where and what to do`(text: String, message: String) throws {
    // U+00E9 written as one byte is the broken one.
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      let isBroken = scalar.value == 0xE9 && text.contains("pla\u{E9}ge") && bytes.last == 0x61
      bytes += isBroken ? [0xE9] : Array(String(scalar).utf8)
    }
    let path = try folder.file("a.txt", bytes)
    let error = try #require(throws: ReadingError.self) { try Reading(path) }
    #expect(
      error.message.replacing(path, with: "FILE")
        == "visavis: " + message.replacing(path, with: "FILE"))
    #expect(error.exitCode == 65)
  }

  @Test func `one broken sequence for each whole one is broken UTF-8`() throws {
    let path = try folder.file("a.txt", Array("Évry, caf".utf8) + [0xC3])
    #expect(throws: ReadingError.brokenUTF8(path: path, line: 1, column: 11, offset: 10)) {
      try Reading(path)
    }
  }

  @Test func `refuses what cannot be opened`() throws {
    let missing = folder.path + "/none.txt"
    #expect(throws: ReadingError.missing(path: missing)) { try Reading(missing) }
    #expect(throws: ReadingError.directory(path: folder.path)) { try Reading(folder.path) }
    #expect(ReadingError.missing(path: "x").exitCode == 66)
    #expect(ReadingError.directory(path: "x").exitCode == 66)
    let path = try folder.file("a.txt", [0x61])
    let error = #expect(throws: ReadingError.unknownEncoding("klingon", path: path)) {
      try Reading(path, encoding: "klingon")
    }
    #expect(error?.exitCode == 64)
    // Permissions do not bind the superuser.
    if geteuid() != 0 {
      try #require(chmod(path, 0) == 0)
      #expect(throws: ReadingError.noPermission(path: path)) { try Reading(path) }
    }
  }

  @Test(arguments: ["a.docx", "a.odt", "a.pdf", "a.HTML", "a.rtf"])
  func `refuses documents by their name`(name: String) throws {
    let path = try folder.file(name, latin("texte"))
    let error = try #require(throws: ReadingError.self) { try Reading(path) }
    #expect(error.exitCode == 65)
    #expect(error.message.contains(" first") || error.message.contains("pdftotext"))
  }

  @Test func `names a word document by its extension`() throws {
    let path = try folder.file("a.docx", Array("PK\u{3}\u{4}\0\0".utf8))
    let error = try #require(throws: ReadingError.self) { try Reading(path) }
    #expect(error.message.contains("a word processor's document"))
  }

  // MARK: Pipes and long inputs

  @Test func `reads a pipe like a file`() throws {
    let reading = try Reading(folder.pipe(Array("été\nhiver\n".utf8)))
    #expect(reading.texts == ["été", "hiver"])
  }

  @Test func `reads a long pipe in pieces`() throws {
    let line = Array("Il pleut à verse sur les quais.\n".utf8)
    let count = 20_000
    let path = try folder.pipe(Array(repeatElement(line, count: count).joined()))
    var found = 0
    var reader = SourceReader(path: path)
    reader.lookahead = 1 << 16
    let notices = try reader.forEachParagraph { paragraph in
      found += 1
      if paragraph.text.count + 1 != line.count { Issue.record("a line was cut") }
    }
    #expect(found == count)
    #expect(notices == [])
  }

  @Test func `a long pipe may turn out to be windows-1252, or broken`() throws {
    let line = Array("Rien que des signes simples.\n".utf8)
    let ascii = Array(repeatElement(line, count: 20_000).joined())
    let old = try Reading(folder.pipe(ascii + latin("été\n")))
    #expect(old.texts.last == "été")
    #expect(old.notices.count == 1)

    let other = try TemporaryFolder()
    let broken = try other.pipe(ascii + Array("été été\n".utf8) + latin("x\u{E9}y"))
    let error = try #require(throws: ReadingError.self) { try Reading(broken) }
    #expect(
      error
        == .brokenUTF8(
          path: broken, line: 20_002, column: 2, offset: ascii.count + 13))
  }

  @Test(
    arguments: [
      ([0xC3], [0xA9, 0x21], "é!"), ([0xE2, 0x80], [0x99], "’"),
      ([0xC3, 0xA9], [0xF0, 0x9F], nil),
      ([0x61, 0xE9], [0x74, 0xE9], "aété"),
    ] as [([UInt8], [UInt8], String?)])
  func `decodes a sequence cut in two`(first: [UInt8], second: [UInt8], expected: String?) throws {
    var decoder = try TextDecoder(.utf8(skipping: 0), survey: EncodingSurvey())
    var output: [UInt8] = []
    _ = try decoder.decode(first, isLast: false, to: &output)
    do {
      _ = try decoder.decode(second, isLast: true, to: &output)
      #expect(String(decoding: output, as: UTF8.self) == expected)
    } catch {
      #expect(expected == nil)
    }
  }

  @Test func `one wrapped paragraph of many lines takes linear time`() throws {
    let text = Array(repeatElement(Array("un mot\n".utf8), count: 50_000).joined())
    let reading = try Reading(folder.file("a.txt", text), isWrapped: true)
    #expect(reading.texts.count == 1)
  }

  // MARK: Language

  @Test(arguments: [
    ("Le ministre a dit que la loi sera votée dans les prochains jours par l’Assemblée. ", false),
    ("The minister said that the law would be passed by the assembly in the next few days. ", true),
    ("El ministro dijo que la ley será votada en los próximos días por la asamblea. ", true),
    ("Il ministro ha detto che la legge sarà votata nei prossimi giorni dall'assemblea. ", true),
    ("Der Minister sagte, dass das Gesetz in den nächsten Tagen verabschiedet werde. ", true),
    ("LE MINISTRE A DIT QUE LA LOI SERA VOTÉE DANS LES PROCHAINS JOURS PAR L'ASSEMBLÉE. ", false),
  ])
  func `notices text that is not French`(sentence: String, isForeign: Bool) {
    var sample = LanguageSample()
    sample.add(Array(String(repeating: sentence, count: 10).utf8))
    #expect(sample.isForeign == isForeign)
    var short = LanguageSample()
    short.add(Array(sentence.utf8))
    #expect(!short.isForeign)
  }

  @Test func `does not take links and code for a foreign language`() {
    let link = "[ici](https://example.org/news/latest/story/with/many/english/words) il est venu. "
    let code = SourceParagraph(
      text: Array(String(repeating: "let value = call(other) ", count: 30).utf8), role: .verbatim)
    var sample = LanguageSample()
    for paragraph in MarkdownReader.paragraphs(
      of: Array(String(repeating: link, count: 20).utf8)) + [code]
    {
      sample.add(paragraph)
    }
    #expect(!sample.isForeign)
  }
}
