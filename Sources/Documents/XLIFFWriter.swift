package import Bitext

/// XLIFF 1.2, valid by the strict schema: what OmegaT and most other tools open.
///
/// A group for each paragraph, a translation unit for each sentence; terms are `mrk` elements whose comment
/// says where the English comes from, findings are notes.
package struct XLIFFWriter: DocumentWriter {
  private var files = 0

  package init() {}

  package mutating func begin(_ document: DocumentInfo, into output: inout [UInt8]) {
    if files == 0 { header(into: &output) }
    files += 1
    output.put("<file")
    output.putAttribute("original", document.path)
    output.putAttribute("source-language", document.sourceLanguage)
    output.putAttribute("target-language", document.targetLanguage)
    output.putAttribute(
      "datatype", document.syntax == .plain ? "plaintext" : "x-\(document.syntax.rawValue)")
    output.putAttribute("tool-id", document.tool)
    output.put(">\n<header><tool")
    output.putAttribute("tool-id", document.tool)
    output.putAttribute("tool-name", document.tool)
    output.putAttribute("tool-version", document.toolVersion)
    output.put("/></header>\n<body>\n")
  }

  package mutating func write(_ paragraph: BilingualParagraph, into output: inout [UInt8]) {
    guard paragraph.isTranslatable else { return }
    output.put("<group")
    output.putAttribute("id", "p\(paragraph.id)")
    output.putAttribute("restype", "x-\(paragraph.role.name)")
    output.put(">\n")
    for segment in paragraph.segments where !segment.source.isEmpty {
      write(segment, into: &output)
    }
    output.put("</group>\n")
  }

  package mutating func end(into output: inout [UInt8]) { output.put("</body>\n</file>\n") }

  package mutating func finish(into output: inout [UInt8]) {
    if files == 0 {
      begin(DocumentInfo(path: "-"), into: &output)
      end(into: &output)
    }
    output.put("</xliff>\n")
  }

  private func header(into output: inout [UInt8]) {
    output.put(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">

      """)
  }

  private func write(_ segment: BilingualSegment, into output: inout [UInt8]) {
    output.put("<trans-unit")
    output.putAttribute("id", "\(segment.id)")
    output.put(" xml:space=\"preserve\">\n<source>")
    content(of: segment, .source, into: &output)
    output.put("</source>\n")
    if !segment.target.isEmpty {
      output.put("<target state=\"needs-review-translation\">")
      content(of: segment, .target, into: &output)
      output.put("</target>\n")
    }
    for finding in segment.findings {
      output.put("<note annotates=\"source\"")
      output.putAttribute("priority", "\(finding.severity.xliffPriority)")
      output.put(">")
      output.putXML("\(finding.rule): \(finding.message)")
      output.put("</note>\n")
    }
    output.put("</trans-unit>\n")
  }

  private func content(
    of segment: BilingualSegment, _ side: TextSide, into output: inout [UInt8]
  ) {
    segment.putMarked(side, into: &output) { index, output in
      output.put(" mtype=\"term\"")
      output.putAttribute("comment", segment.terms[index].provenance)
    }
  }
}

extension SegmentTerm {
  /// Where the English comes from, in one line: "person, curated, preferred, people-politics.tsv".
  var provenance: String {
    [kind.rawValue, origin.rawValue, status.rawValue, glossary, rule ?? ""]
      .filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

extension Finding.Severity {
  /// XLIFF's priorities go from 1, the highest, to 10.
  var xliffPriority: Int {
    switch self {
    case .error: 1
    case .warning: 4
    case .note: 8
    }
  }
}

extension ParagraphRole {
  /// The role as exchange formats name it: "heading", "list-item".
  var name: String {
    switch self {
    case .body: "paragraph"
    case .heading: "heading"
    case .listItem: "list-item"
    case .quote: "quote"
    case .tableCell: "cell"
    case .verbatim: "verbatim"
    }
  }
}
