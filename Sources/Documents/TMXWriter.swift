package import Bitext

/// A translation memory, TMX 1.4b: a unit for each sentence that has an English text.
package struct TMXWriter: DocumentWriter {
  private var hasHeader = false
  private var document = DocumentInfo(path: "-")

  package init() {}

  package mutating func begin(_ document: DocumentInfo, into output: inout [UInt8]) {
    self.document = document
    if !hasHeader { header(into: &output) }
  }

  package mutating func write(_ paragraph: BilingualParagraph, into output: inout [UInt8]) {
    guard paragraph.isTranslatable else { return }
    for segment in paragraph.segments where !segment.source.isEmpty && !segment.target.isEmpty {
      output.put("<tu>\n")
      output.put("<prop type=\"x-document\">")
      output.putXML(document.path)
      output.put("</prop>\n<prop type=\"x-segment\">\(segment.id)</prop>\n")
      output.put("<prop type=\"x-engine\">")
      output.putXML(segment.engine)
      output.put("</prop>\n")
      variant(document.sourceLanguage, segment.source, into: &output)
      variant(document.targetLanguage, segment.target, into: &output)
      output.put("</tu>\n")
    }
  }

  package mutating func end(into output: inout [UInt8]) {}

  package mutating func finish(into output: inout [UInt8]) {
    if !hasHeader { header(into: &output) }
    output.put("</body>\n</tmx>\n")
  }

  private func variant(_ language: String, _ text: String, into output: inout [UInt8]) {
    output.put("<tuv")
    output.putAttribute("xml:lang", language)
    output.put("><seg>")
    output.putXML(text)
    output.put("</seg></tuv>\n")
  }

  private mutating func header(into output: inout [UInt8]) {
    hasHeader = true
    output.put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n<header")
    output.putAttribute("creationtool", document.tool)
    output.putAttribute("creationtoolversion", document.toolVersion)
    output.putAttribute("segtype", "sentence")
    output.putAttribute("o-tmf", document.tool)
    output.putAttribute("adminlang", "en")
    output.putAttribute("srclang", document.sourceLanguage)
    output.putAttribute("datatype", "plaintext")
    output.put("/>\n<body>\n")
  }
}
