package import Bitext

/// The format `visavis/1`: documents, their segments, the terms and findings of each.
///
/// Offsets are code points of the segment's `source` and `target`; one line per segment.
package struct JSONWriter: DocumentWriter {
  private var documents = 0
  private var segments = 0
  private var language = ("fr", "en")

  package init() {}

  package mutating func begin(_ document: DocumentInfo, into output: inout [UInt8]) {
    if documents == 0 {
      language = (document.sourceLanguage, document.targetLanguage)
      header(into: &output)
    } else {
      output.put(",")
    }
    documents += 1
    segments = 0
    output.put("\n{\"path\":")
    output.putJSON(document.path)
    output.put(",\"segments\":[")
  }

  package mutating func write(_ paragraph: BilingualParagraph, into output: inout [UInt8]) {
    guard paragraph.isTranslatable else { return }
    for segment in paragraph.segments where !segment.source.isEmpty {
      output.put(segments == 0 ? "\n" : ",\n")
      segments += 1
      write(segment, paragraph: paragraph.id, into: &output)
    }
  }

  package mutating func end(into output: inout [UInt8]) { output.put("\n]}") }

  package mutating func finish(into output: inout [UInt8]) {
    if documents == 0 { header(into: &output) }
    output.put("\n]}\n")
  }

  private func header(into output: inout [UInt8]) {
    output.put("{\"format\":\"visavis/1\"")
    output.putJSON("source_language", language.0)
    output.putJSON("target_language", language.1)
    output.put(",\"documents\":[")
  }

  private func write(
    _ segment: BilingualSegment, paragraph: Int, into output: inout [UInt8]
  ) {
    output.put("{\"id\":")
    output.put(segment.id)
    output.putJSON("paragraph", paragraph)
    output.putJSON("source", segment.source)
    output.putJSON("target", segment.target)
    output.putJSON("engine", segment.engine)
    output.put(",\"terms\":[")
    for (index, term) in segment.terms.enumerated() {
      if index > 0 { output.put(",") }
      write(term, into: &output)
    }
    output.put("],\"findings\":[")
    for (index, finding) in segment.findings.enumerated() {
      if index > 0 { output.put(",") }
      write(finding, in: segment.source, into: &output)
    }
    output.put("]}")
  }

  private func write(_ term: SegmentTerm, into output: inout [UInt8]) {
    output.put("{\"source\":")
    output.putJSON(term.source)
    output.putJSON("target", term.target)
    output.putJSON("kind", term.kind.rawValue)
    output.putJSON("start", term.start)
    output.putJSON("end", term.end)
    output.putJSON("target_start", term.targetStart)
    output.putJSON("target_end", term.targetEnd)
    output.putJSON("concept", term.concept)
    output.putJSON("glossary", term.glossary)
    output.putJSON("status", term.status.rawValue)
    output.putJSON("origin", term.origin.rawValue)
    if let rule = term.rule { output.putJSON("rule", rule) }
    if !term.parts.isEmpty {
      output.put(",\"parts\":[")
      for (index, part) in term.parts.enumerated() {
        output.put(index > 0 ? ",{\"source\":" : "{\"source\":")
        output.putJSON(part.source)
        output.putJSON("target", part.target)
        output.putJSON("kind", part.kind.rawValue)
        output.putJSON("concept", part.concept)
        output.put("}")
      }
      output.put("]")
    }
    output.put("}")
  }

  private func write(_ finding: Finding, in source: String, into output: inout [UInt8]) {
    output.put("{\"rule\":")
    output.putJSON(finding.rule)
    output.putJSON("severity", finding.severity.rawValue)
    output.putJSON("message", finding.message)
    let range = finding.range.range
    output.putJSON("start", ScalarOffsets.scalarOffset(ofByte: range.lowerBound, in: source))
    output.putJSON("end", ScalarOffsets.scalarOffset(ofByte: range.upperBound, in: source))
    output.put("}")
  }
}

extension [UInt8] {
  /// A member after another one: `,"name":"text"`.
  fileprivate mutating func putJSON(_ name: String, _ text: String) {
    put(",\"")
    put(name)
    put("\":")
    putJSON(text)
  }

  fileprivate mutating func putJSON(_ name: String, _ number: Int) {
    put(",\"")
    put(name)
    put("\":")
    put(number)
  }

  /// A JSON string, quotes included.
  mutating func putJSON(_ text: String) {
    append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): put("\\\"")
      case UInt8(ascii: "\\"): put("\\\\")
      case UInt8(ascii: "\n"): put("\\n")
      case UInt8(ascii: "\r"): put("\\r")
      case UInt8(ascii: "\t"): put("\\t")
      case 0..<0x20:
        put(byte < 0x10 ? "\\u000" : "\\u00")
        put(String(byte, radix: 16))
      default: append(byte)
      }
    }
    append(UInt8(ascii: "\""))
  }
}
