/// What a paragraph is in its document.
public enum ParagraphRole: Sendable, Hashable {
  case body
  case heading(level: Int)
  case listItem(depth: Int)
  case quote(depth: Int)
  case tableCell(row: Int, column: Int)
  /// Code, HTML, front matter: shown, never translated.
  case verbatim
}

/// A stretch of a paragraph that is no French text.
public struct InertSpan: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// Markup that opens or closes something (`**`, `](url)`): unseen by the analysis, put back after it.
    case markup
    /// Something that stands for itself (code, an image, a URL): one opaque token.
    case atom
    /// A reference to one letter, space or mark (`&eacute;`, `&nbsp;`): read as what it stands for, and not put back.
    case character(Unicode.Scalar)
  }

  public var range: SourceRange
  public var kind: Kind

  public init(range: SourceRange, kind: Kind) {
    self.range = range
    self.kind = kind
  }
}

/// A paragraph as read: the unit that goes through the pipeline.
public struct SourceParagraph: Sendable {
  /// UTF-8, as written, without line end.
  public var text: [UInt8]
  public var role: ParagraphRole
  /// The line of its first byte in the file, from 1.
  public var line: Int
  /// Inert stretches, in order, disjoint.
  public var inert: [InertSpan]
  /// Bytes before and after the text (list markers, line ends), copied by formats that keep the file's form.
  public var leading: [UInt8]
  public var trailing: [UInt8]

  public init(
    text: [UInt8], role: ParagraphRole = .body, line: Int = 1, inert: [InertSpan] = [],
    leading: [UInt8] = [], trailing: [UInt8] = []
  ) {
    self.text = text
    self.role = role
    self.line = line
    self.inert = inert
    self.leading = leading
    self.trailing = trailing
  }
}
