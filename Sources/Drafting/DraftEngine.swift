package import Bitext

/// Turns a French sentence into an English draft around the terms recognised in it.
package protocol DraftEngine: Sendable {
  /// The word that names the engine on the command line and in `BilingualSegment.engine`.
  var name: String { get }

  /// The English of `sentence`. `context` carries what earlier sentences of the document named, so that "elle"
  /// is "she" or "it"; it is changed for the next sentence. Same input, same bytes.
  func draft(_ sentence: AnalyzedSentence, context: inout DraftContext) -> Draft
}

/// What a document has named so far: the candidates for its next pronouns.
package struct DraftContext: Sendable, Hashable {
  /// Sentences since a man or a woman was last named.
  package var sinceMan = 9
  package var sinceWoman = 9
  /// Sentences since a masculine or feminine thing was last the subject.
  package var sinceMasculineThing = 9
  package var sinceFeminineThing = 9
  /// Whether the last one to speak was a body rather than a person; nil before anybody spoke.
  package var speakerIsThing: Bool?

  package init() {}
}
