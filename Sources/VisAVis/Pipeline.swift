public import Bitext
internal import Documents
internal import Drafting
internal import English
internal import French
internal import ICU
internal import Names
internal import Review
internal import Terminology

/// What a document has told so far: names, pronouns' antecedents, and the numbers of its segments.
public struct DocumentState: Sendable {
  var discourse = Discourse()
  var renderings = Renderings()
  var context = DraftContext()
  var segments = 0
  var paragraphs = 0

  public init() {}
}

/// The main path, start here: a paragraph as read becomes a paragraph in both languages.
///
/// normalise → tokenise → segment → recognise → tag → draft → align with the source as written.
public final class Pipeline: Sendable {
  let resources: Resources
  let recognizer: NameRecognizer
  private let rowConflicts: RowConflicts
  private let engine: any DraftEngine
  private let normalizer = Normalizer()
  private let tokenizer = Tokenizer()

  /// Loads data and glossaries. Throws `ConfigurationError`.
  public init(_ configuration: Configuration) throws {
    resources = try Resources(configuration)
    recognizer = try resources.recognizer(configuration)
    rowConflicts = RowConflicts(
      recognizer.matcher, variety: configuration.english,
      preferred: configuration.preferences.first?.file)
    engine = try resources.engine(configuration.engine, variety: configuration.english)
  }

  /// The paragraph in both languages. `state` carries what the document has named, and is changed.
  public func translate(_ paragraph: SourceParagraph, state: inout DocumentState)
    -> BilingualParagraph
  {
    state.paragraphs += 1
    var result = BilingualParagraph(
      id: state.paragraphs, role: paragraph.role, line: paragraph.line, segments: [],
      leading: paragraph.leading, trailing: paragraph.trailing)
    guard paragraph.role != .verbatim, !paragraph.text.isEmpty else {
      if !paragraph.text.isEmpty { result.segments = [untouched(paragraph, &state)] }
      return result
    }
    let analysis = analyze(paragraph, state: &state)
    let doubts = state.renderings.doubts(
      about: analysis.matches, text: analysis.text.bytes, table: analysis.table, rows: rowConflicts)
    let assembler = SegmentAssembler(
      paragraph: paragraph, analysis: analysis, engineName: engine.name,
      markup: ParagraphMarkup(of: paragraph))
    for index in analysis.sentences.indices {
      let sentence = analysis.sentence(index, tagger: resources.tagger)
      var draft = engine.draft(sentence, context: &state.context)
      draft.doubts += doubts.filter { sentence.tokens.contains($0.tokens.lowerBound) }
      state.segments += 1
      result.segments.append(
        assembler.segment(id: state.segments, index: index, sentence: sentence, draft: draft))
    }
    if result.segments.isEmpty { result.segments = [untouched(paragraph, &state)] }
    return result
  }

  /// Normalises, tokenises, segments and recognises, without drafting.
  func analyze(_ paragraph: SourceParagraph, state: inout DocumentState) -> ParagraphAnalysis {
    let text = normalizer.normalize(paragraph.text, inert: paragraph.inert)
    var table = tokenizer.tokenize(text.bytes)
    let sentences = resources.sentences(of: text, table: &table)
    let matches = recognizer.recognize(
      text: text.bytes, table: table, discourse: &state.discourse)
    return ParagraphAnalysis(text: text, table: table, sentences: sentences, matches: matches)
  }

  /// Code, or white space alone: the same on both sides.
  private func untouched(_ paragraph: SourceParagraph, _ state: inout DocumentState)
    -> BilingualSegment
  {
    state.segments += 1
    let text = String(decoding: paragraph.text, as: UTF8.self)
    return BilingualSegment(id: state.segments, source: text, target: text, engine: "none")
  }

  /// The engine of whole drafts, if it is the one in use.
  var ruleBasedEngine: RuleBasedEngine? { engine as? RuleBasedEngine }

  /// What the user should know of the configuration: preferences that no row has.
  public var notices: [String] { resources.notices }

  /// The version of ICU in use: "72.1".
  public static var icuVersion: String { ICUVersion.current }
}
