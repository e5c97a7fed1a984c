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

  /// English forms of the house, in place of those of rows and rules.
  public var preferences: [Preference] = []

  public init() {}
}

/// An English form that a project prefers: "Kyiv: Kiev", "Sergei: Sergey", "place.beijing: Peking".
public struct Preference: Sendable, Hashable {
  /// The id of a concept, the English of a row, or a word of names.
  public var key: String
  public var english: String
  /// Where it stands, for messages; both from 1.
  public var file: String
  public var line: Int
  public var column: Int

  public init(key: String, english: String, file: String = "", line: Int = 1, column: Int = 1) {
    self.key = key
    self.english = english
    self.file = file
    self.line = line
    self.column = column
  }
}
