public import Bitext

/// What a run of the pipeline is to do.
public struct Configuration: Sendable {
  /// The draft engines that are built in.
  public enum Engine: String, Sendable, CaseIterable {
    /// Recognised spans in English, the rest in French.
    case terms
    /// The whole sentence in English.
    case draft
  }

  public var engine: Engine = .draft
  public var english: EnglishVariety = .us
  /// Glossary files, later ones winning over earlier ones and all over the built-in ones.
  public var glossaries: [String] = []
  public var usesBuiltin = true
  /// A folder whose files take the place of the embedded ones.
  public var dataDirectory: String?
  /// Letters of names keep diacritics that the press drops: "Erdoğan".
  public var keepsDiacritics = false

  public init() {}
}
