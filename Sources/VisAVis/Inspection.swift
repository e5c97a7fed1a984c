package import Bitext
internal import Drafting
internal import French

/// Shows what each stage of the pipeline makes of a text, as tab-separated lines.
package struct Inspection: Sendable {
  /// The stages that can be looked at.
  package enum Stage: String, Sendable, CaseIterable {
    case tokens, sentences, tags, names, chunks, transfer, draft
  }

  private let pipeline: Pipeline

  package init(_ pipeline: Pipeline) { self.pipeline = pipeline }

  /// The lines that `stage` gives for one paragraph.
  package func lines(
    _ stage: Stage, _ paragraph: SourceParagraph, state: inout DocumentState
  ) -> [String] {
    if stage == .draft { return draft(paragraph, &state) }
    let analysis = pipeline.analyze(paragraph, state: &state)
    return switch stage {
    case .tokens: tokens(analysis)
    case .sentences: analysis.sentences.map { string($0, analysis) }
    case .tags: tags(analysis)
    case .names: names(analysis)
    case .chunks: chunks(analysis)
    case .transfer: transfer(analysis)
    case .draft: []
    }
  }

  /// The file in CoNLL-U with lemma, part of speech and features as visavis tags its tokens.
  package func conllu(_ file: [UInt8]) -> [UInt8] {
    pipeline.resources.tagger.conllu(file)
  }

  private func string(_ tokens: Range<Int>, _ analysis: ParagraphAnalysis) -> String {
    String(decoding: analysis.text.bytes[analysis.table.bounds(tokens).range], as: UTF8.self)
  }

  private func tokens(_ analysis: ParagraphAnalysis) -> [String] {
    analysis.table.indices.map { index in
      let flags = analysis.table.flags[index]
      let names: [(TokenFlags, String)] = [
        (.capitalized, "capitalized"), (.allCapitals, "all-capitals"), (.number, "number"),
        (.punctuation, "punctuation"), (.hyphenBefore, "hyphen-before"), (.elided, "elided"),
        (.contracted, "contracted"), (.opaque, "opaque"), (.sentenceStart, "sentence-start"),
        (.shouted, "shouted"),
      ]
      let marks = names.filter { flags.contains($0.0) }.map(\.1).joined(separator: ",")
      return "\(index)\t\(string(index..<index + 1, analysis))\t\(marks)"
    }
  }

  private func tags(_ analysis: ParagraphAnalysis) -> [String] {
    let tagger = pipeline.resources.tagger
    return analysis.sentences.indices.flatMap { index -> [String] in
      let sentence = analysis.sentence(index, tagger: tagger)
      return sentence.words.map { word in
        let lemma = tagger.lemma(of: word, in: analysis.table, text: analysis.text.bytes)
        return "\(string(word.tokens, analysis))\t\(lemma)\t\(word.pos.tag)"
      } + [""]
    }
  }

  private func names(_ analysis: ParagraphAnalysis) -> [String] {
    analysis.matches.flatMap { match -> [String] in
      let place = match.glossary.isEmpty ? "-" : match.glossary
      var lines = [
        "\(string(match.tokens, analysis))\t\(match.target)\t\(match.kind.rawValue)"
          + "\t\(match.origin.rawValue)\t\(place)\t\(match.rule ?? "row")\t\(match.concept)"
      ]
      lines += match.parts.map { part in
        "  \(string(part.tokens, analysis))\t\(part.target)\t\(part.kind.rawValue)\t\(part.concept)"
      }
      lines += match.alternatives.map { "  or\t\($0)" }
      return lines
    }
  }

  /// A line a phrase: its number, kind, words, parts with their roles, features and subject.
  private func chunks(_ analysis: ParagraphAnalysis) -> [String] {
    explanations(analysis) { index, phrase in
      let subject = phrase.subject.map { ["subject=\($0)"] } ?? []
      let features = (phrase.features + subject).joined(separator: ",")
      return "\(index)\t\(phrase.kind)\t\(phrase.source)"
        + "\t\(phrase.parts.joined(separator: " "))\t\(features)"
    }
  }

  /// A line a phrase: its number, kind, words, what becomes of its linking word, and the entries chosen.
  private func transfer(_ analysis: ParagraphAnalysis) -> [String] {
    explanations(analysis) { index, phrase in
      "\(index)\t\(phrase.kind)\t\(phrase.source)\t\(phrase.linker)"
        + "\t\(phrase.entries.joined(separator: "; "))"
    }
  }

  private func explanations(
    _ analysis: ParagraphAnalysis, line: (Int, PhraseExplanation) -> String
  ) -> [String] {
    let engine = pipeline.ruleBasedEngine
    return analysis.sentences.indices.flatMap { index -> [String] in
      let sentence = analysis.sentence(index, tagger: pipeline.resources.tagger)
      let phrases = engine?.explain(sentence, context: DraftContext()) ?? []
      return phrases.enumerated().map { line($0.offset, $0.element) } + [""]
    }
  }

  private func draft(_ paragraph: SourceParagraph, _ state: inout DocumentState) -> [String] {
    pipeline.translate(paragraph, state: &state).segments.flatMap { segment -> [String] in
      [segment.source, segment.target]
        + segment.findings.map { "  \($0.severity.rawValue)\t\($0.rule)\t\($0.message)" }
    }
  }
}
