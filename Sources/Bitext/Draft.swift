/// A stretch of the draft and the tokens it stands for.
public struct DraftLink: Sendable, Hashable {
  /// Tokens of the paragraph.
  public var tokens: Range<Int>
  /// UTF-8 bytes of the draft's text.
  public var target: Range<Int>

  public init(tokens: Range<Int>, target: Range<Int>) {
    self.tokens = tokens
    self.target = target
  }
}

/// An English sentence with its links back to the French tokens.
public struct Draft: Sendable, Hashable {
  public var text: String
  public var links: [DraftLink]
  /// For each match of the sentence, in order: the UTF-8 bytes of `text` where it stands, or nil if it could
  /// not be placed.
  public var placements: [Range<Int>?]
  /// Doubts of the engine; their ranges are token ranges until the pipeline turns them into source ranges.
  public var doubts: [Doubt]

  public struct Doubt: Sendable, Hashable {
    public var rule: String
    public var message: String
    public var tokens: Range<Int>
    public var severity: Finding.Severity

    public init(
      rule: String, message: String, tokens: Range<Int>, severity: Finding.Severity = .note
    ) {
      self.rule = rule
      self.message = message
      self.tokens = tokens
      self.severity = severity
    }
  }

  public init(
    text: String, links: [DraftLink] = [], placements: [Range<Int>?] = [], doubts: [Doubt] = []
  ) {
    self.text = text
    self.links = links
    self.placements = placements
    self.doubts = doubts
  }
}
