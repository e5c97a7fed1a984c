package import Bitext

/// One self-contained HTML file: French and English side by side, a sentence in each row.
///
/// A term is marked in both columns; pointing at one of the two, or moving to it by keyboard, shows the pair
/// and where the English comes from. Findings stand below their sentence. Without scripts all text is there.
package struct HTMLWriter: DocumentWriter {
  private var documents = 0
  private var terms = 0
  private var document = DocumentInfo(path: "-")

  package init() {}

  package mutating func begin(_ document: DocumentInfo, into output: inout [UInt8]) {
    self.document = document
    if documents == 0 { header(document, into: &output) }
    documents += 1
    output.put(
      "<section aria-labelledby=\"d\(documents)\">\n<p class=\"name\" id=\"d\(documents)\">")
    output.putXML(document.name)
    output.put("</p>\n<table role=\"table\">\n<thead role=\"rowgroup\"><tr role=\"row\">")
    for (name, language) in [
      ("Français", document.sourceLanguage), ("English", document.targetLanguage),
    ] {
      output.put("<th role=\"columnheader\" scope=\"col\"")
      output.putAttribute("lang", language)
      output.put(">\(name)</th>")
    }
    output.put("</tr></thead>\n<tbody role=\"rowgroup\">\n")
  }

  package mutating func write(_ paragraph: BilingualParagraph, into output: inout [UInt8]) {
    if paragraph.role == .verbatim {
      output.put("<tr role=\"row\" class=\"first\"><td role=\"cell\" colspan=\"2\"><pre>")
      output.putXML(Self.unfenced(paragraph.source, document.syntax))
      output.put("</pre></td></tr>\n")
      return
    }
    var isFirst = true
    for segment in paragraph.segments where !segment.source.isEmpty || !segment.target.isEmpty {
      let number = isFirst ? paragraph.listNumber(in: document.syntax) : nil
      write(segment, role: paragraph.role, number: number, isFirst: isFirst, into: &output)
      isFirst = false
    }
  }

  package mutating func end(into output: inout [UInt8]) {
    output.put("</tbody>\n</table>\n</section>\n")
  }

  package mutating func finish(into output: inout [UInt8]) {
    if documents == 0 { header(document, into: &output) }
    output.put("</main>\n<div id=\"about\" role=\"status\" aria-live=\"polite\"></div>\n<script>")
    output.put(HTMLPage.script)
    output.put("</script>\n</body>\n</html>\n")
  }

  /// The lines of a code block between its fences; other text as it is.
  private static func unfenced(_ text: String, _ syntax: DocumentInfo.Syntax) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    guard syntax == .markdown, lines.count > 1, let first = lines.first, let last = lines.last,
      ["```", "~~~"].contains(first.drop { $0 == " " }.prefix(3)),
      ["```", "~~~"].contains(last.drop { $0 == " " }.prefix(3))
    else { return text }
    return lines.dropFirst().dropLast().joined(separator: "\n")
  }

  private func header(_ document: DocumentInfo, into output: inout [UInt8]) {
    HTMLPage.putHead(
      title: document.name + " – français, English", language: document.targetLanguage,
      style: HTMLPage.style, into: &output)
  }

  // MARK: Rows

  private mutating func write(
    _ segment: BilingualSegment, role: ParagraphRole, number: String?, isFirst: Bool,
    into output: inout [UInt8]
  ) {
    output.put("<tr role=\"row\"")
    output.putAttribute("class", "\(role.name)\(isFirst ? " first" : "")")
    output.put(">")
    let tag = role.htmlTag
    let first = terms
    for side in [TextSide.source, .target] {
      output.put("<td role=\"cell\"")
      let language = side == .source ? document.sourceLanguage : document.targetLanguage
      output.putAttribute("lang", language)
      output.put("><\(tag)")
      if role.depth > 1 { output.putAttribute("style", "--depth:\(role.depth - 1)") }
      if case .listItem = role, isFirst { output.putAttribute("data-mark", number ?? "•") }
      output.put(">")
      text(segment, side, firstTerm: first, into: &output)
      output.put("</\(tag)>")
      if side == .target { findings(segment, into: &output) }
      output.put("</td>")
    }
    terms += segment.terms.count
    output.put("</tr>\n")
  }

  private func text(
    _ segment: BilingualSegment, _ side: TextSide, firstTerm: Int, into output: inout [UInt8]
  ) {
    let text = HTMLText(segment.text(side), document.syntax)
    for run in segment.runs(side) {
      guard let index = run.terms.first else {
        text.put(run.bytes, into: &output)
        continue
      }
      let numbers = run.terms.map { "\(firstTerm + $0 + 1)" }.joined(separator: " ")
      let provenance = run.terms.map { about(segment.terms[$0]) }.joined(separator: "; ")
      output.put("<span class=\"term \(segment.terms[index].kind.rawValue)\"")
      output.putAttribute("data-term", numbers)
      // One stop of the keyboard for each pair.
      if side == .target { output.put(" tabindex=\"0\"") }
      output.putAttribute("data-about", provenance)
      output.put(">")
      text.put(run.bytes, into: &output)
      output.put("</span>")
    }
  }

  /// "Poutine → Putin · person · curated, preferred · people-politics.tsv".
  private func about(_ term: SegmentTerm) -> String {
    let rule = term.rule.map { "rule \($0)" } ?? ""
    let source = "\(term.origin.rawValue), \(term.status.rawValue)"
    let words = MarkdownPlainText.ofTerm(term.source, in: document)
    let english = MarkdownPlainText.ofTerm(term.target, in: document)
    return ["\(words) → \(english)", term.kind.rawValue, source, term.glossary, rule]
      .filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func findings(_ segment: BilingualSegment, into output: inout [UInt8]) {
    guard !segment.findings.isEmpty else { return }
    // Findings of one kind share a line.
    var groups: [(finding: Finding, texts: [String])] = []
    for finding in segment.findings {
      let range = finding.range.range.clamped(to: 0..<segment.source.utf8.count)
      let words = String(decoding: segment.source.slice(range), as: UTF8.self)
      let text = finding.message.isEmpty ? words : finding.message
      let same = groups.firstIndex {
        $0.finding.rule == finding.rule && $0.finding.severity == finding.severity
      }
      if let same {
        groups[same].texts.append(text)
      } else {
        groups.append((finding, [text]))
      }
    }
    output.put("<ul class=\"findings\">")
    for (finding, texts) in groups {
      output.put("<li class=\"\(finding.severity.rawValue)\"><b>\(finding.severity.label)</b> ")
      output.putXML(texts.joined(separator: " · "))
      output.put(" <small>")
      output.putXML(finding.rule)
      output.put("</small></li>")
    }
    output.put("</ul>")
  }
}

/// The text of a segment as HTML; Markdown is shown as what it means.
private struct HTMLText {
  private let bytes: [UInt8]
  private let styles: [MarkdownStyles]?

  init(_ text: String, _ syntax: DocumentInfo.Syntax) {
    bytes = Array(text.utf8)
    styles = syntax == .markdown ? MarkdownStyles.of(bytes) : nil
  }

  func put(_ range: Range<Int>, into output: inout [UInt8]) {
    guard let styles else { return output.putXML(bytes[range]) }
    var start = range.lowerBound
    while start < range.upperBound {
      let style = styles[start]
      let end = range[start...].first { styles[$0] != style } ?? range.upperBound
      if !style.contains(.hidden) {
        let tags = Self.tags.filter { style.contains($0.style) }.map(\.tag)
        for tag in tags { output.put("<\(tag)>") }
        if style.contains(.reference) {
          output += bytes[start..<end]
        } else {
          output.putXML(bytes[start..<end])
        }
        for tag in tags.reversed() { output.put("</\(tag)>") }
      }
      start = end
    }
  }

  private static let tags: [(style: MarkdownStyles, tag: String)] = [
    (.link, "u"), (.strong, "strong"), (.emphasis, "em"), (.deletion, "del"), (.code, "code"),
  ]
}

extension Finding.Severity {
  fileprivate var label: String {
    switch self {
    case .note: "Note:"
    case .warning: "Warning:"
    case .error: "Error:"
    }
  }
}

extension ParagraphRole {
  fileprivate var htmlTag: String {
    switch self {
    case .heading(let level): "h\(min(max(1, level), 6))"
    case .quote: "blockquote"
    case .listItem: "div"
    default: "p"
    }
  }

  fileprivate var depth: Int {
    switch self {
    case .listItem(let depth), .quote(let depth): min(depth, 8)
    default: 1
    }
  }
}
