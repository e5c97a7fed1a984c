package import Bitext

/// What a writer needs to know of a document before its first paragraph.
package struct DocumentInfo: Sendable, Hashable {
  /// How the document marks headings and emphasis.
  package enum Syntax: String, Sendable, Hashable { case plain, markdown }

  /// The path as the user gave it, "-" for standard input.
  package var path: String
  package var syntax: Syntax
  /// BCP 47: "fr", "fr-CA".
  package var sourceLanguage: String
  /// BCP 47: "en", "en-US", "en-GB".
  package var targetLanguage: String
  /// The program and its version, as exchange formats name their maker.
  package var tool: String
  package var toolVersion: String

  package init(
    path: String, syntax: Syntax = .plain, sourceLanguage: String = "fr",
    targetLanguage: String = "en", tool: String = "visavis", toolVersion: String = "0"
  ) {
    self.path = path
    self.syntax = syntax
    self.sourceLanguage = sourceLanguage
    self.targetLanguage = targetLanguage
    self.tool = tool
    self.toolVersion = toolVersion
  }

  /// The last component of the path: "entretien.fr.txt".
  package var name: String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

/// Writes bilingual documents in one format, paragraph by paragraph, so that memory stays bounded.
///
/// The calls come in this order, everything between the first and the last any number of times:
/// `begin` (a document), `write` (its paragraphs), `end`, … and `finish` once. The caller takes the bytes
/// out of `output` whenever it likes; a writer never looks back at them.
package protocol DocumentWriter: Sendable {
  /// Starts a document; the first one also starts the file.
  mutating func begin(_ document: DocumentInfo, into output: inout [UInt8])
  mutating func write(_ paragraph: BilingualParagraph, into output: inout [UInt8])
  mutating func end(into output: inout [UInt8])
  /// Ends the file, which is complete and valid even without a document.
  mutating func finish(into output: inout [UInt8])
}

extension DocumentWriter {
  /// All of `paragraphs` as one file: for tests, and for documents already in memory.
  package consuming func file(
    _ document: DocumentInfo, _ paragraphs: [BilingualParagraph]
  ) -> [UInt8] {
    var output: [UInt8] = []
    begin(document, into: &output)
    for paragraph in paragraphs { write(paragraph, into: &output) }
    end(into: &output)
    finish(into: &output)
    return output
  }
}

extension BilingualParagraph {
  /// True for paragraphs that hold text to translate: no code, no empty line.
  var isTranslatable: Bool {
    role != .verbatim && segments.contains { !$0.source.isEmpty }
  }
}

extension [UInt8] {
  /// Appends UTF-8.
  mutating func put(_ text: String) { append(contentsOf: text.utf8) }

  mutating func put(_ number: Int) { append(contentsOf: String(number).utf8) }
}
