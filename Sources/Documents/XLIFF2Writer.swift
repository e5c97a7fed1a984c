package import Bitext

/// XLIFF 2.1 with the glossary module.
///
/// A unit for each paragraph, a segment for each sentence, white space between them in `ignorable`. Terms are
/// `mrk` elements with the same id on both sides and an entry in the unit's glossary.
package struct XLIFF2Writer: DocumentWriter {
  private var files = 0

  package init() {}

  package mutating func begin(_ document: DocumentInfo, into output: inout [UInt8]) {
    if files == 0 { header(document, into: &output) }
    files += 1
    output.put("<file")
    output.putAttribute("id", "f\(files)")
    output.putAttribute("original", document.path)
    output.put(" xml:space=\"preserve\">\n")
    isEmpty = true
  }

  private var isEmpty = true

  package mutating func write(_ paragraph: BilingualParagraph, into output: inout [UInt8]) {
    guard paragraph.isTranslatable else { return }
    isEmpty = false
    output.put("<unit")
    output.putAttribute("id", "u\(paragraph.id)")
    output.putAttribute("type", "visavis:\(paragraph.role.name)")
    output.put(">\n")
    glossary(of: paragraph, into: &output)
    notes(of: paragraph, into: &output)
    let last = paragraph.segments.lastIndex { !$0.source.isEmpty } ?? 0
    for (index, segment) in paragraph.segments.enumerated() {
      if !segment.source.isEmpty { write(segment, into: &output) }
      if !segment.gap.isEmpty, index < last {
        output.put("<ignorable><source>")
        output.putXML(segment.gap)
        output.put("</source></ignorable>\n")
      }
    }
    output.put("</unit>\n")
  }

  package mutating func end(into output: inout [UInt8]) {
    // A file must hold a unit; an empty group says that there is none.
    if isEmpty { output.put("<group id=\"g1\"/>\n") }
    output.put("</file>\n")
  }

  package mutating func finish(into output: inout [UInt8]) {
    if files == 0 {
      begin(DocumentInfo(path: "-"), into: &output)
      end(into: &output)
    }
    output.put("</xliff>\n")
  }

  private func header(_ document: DocumentInfo, into output: inout [UInt8]) {
    output.put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff version=\"2.1\"")
    output.put(" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\"")
    output.put(" xmlns:gls=\"urn:oasis:names:tc:xliff:glossary:2.0\"")
    output.putAttribute("srcLang", document.sourceLanguage)
    output.putAttribute("trgLang", document.targetLanguage)
    output.put(">\n")
  }

  private func mark(_ segment: BilingualSegment, _ term: Int) -> String {
    "m\(segment.id)-\(term + 1)"
  }

  private func glossary(of paragraph: BilingualParagraph, into output: inout [UInt8]) {
    guard paragraph.segments.contains(where: { !$0.terms.isEmpty }) else { return }
    output.put("<gls:glossary>\n")
    for segment in paragraph.segments {
      for run in segment.runs(.source) {
        guard let index = run.terms.first else { continue }
        let term = segment.terms[index]
        output.put("<gls:glossEntry")
        output.putAttribute("ref", "#\(mark(segment, index))")
        output.put("><gls:term")
        output.putAttribute("source", term.provenance)
        output.put(">")
        output.putXML(term.source)
        output.put("</gls:term><gls:translation>")
        output.putXML(term.target)
        output.put("</gls:translation></gls:glossEntry>\n")
      }
    }
    output.put("</gls:glossary>\n")
  }

  private func notes(of paragraph: BilingualParagraph, into output: inout [UInt8]) {
    guard paragraph.segments.contains(where: { !$0.findings.isEmpty }) else { return }
    output.put("<notes>\n")
    for segment in paragraph.segments {
      for (index, finding) in segment.findings.enumerated() {
        output.put("<note")
        output.putAttribute("id", "n\(segment.id)-\(index + 1)")
        output.put(" appliesTo=\"source\"")
        output.putAttribute("category", finding.rule)
        output.putAttribute("priority", "\(finding.severity.xliffPriority)")
        output.put(">")
        output.putXML(finding.message)
        output.put("</note>\n")
      }
    }
    output.put("</notes>\n")
  }

  private func write(_ segment: BilingualSegment, into output: inout [UInt8]) {
    let hasTarget = !segment.target.isEmpty
    output.put("<segment")
    output.putAttribute("id", "s\(segment.id)")
    output.putAttribute("state", hasTarget ? "translated" : "initial")
    output.put(">\n<source>")
    content(of: segment, .source, into: &output)
    output.put("</source>\n")
    if hasTarget {
      output.put("<target>")
      content(of: segment, .target, into: &output)
      output.put("</target>\n")
    }
    output.put("</segment>\n")
  }

  private func content(
    of segment: BilingualSegment, _ side: TextSide, into output: inout [UInt8]
  ) {
    segment.putMarked(side, into: &output) { index, output in
      output.putAttribute("id", mark(segment, index))
      output.put(" type=\"term\"")
    }
  }
}
