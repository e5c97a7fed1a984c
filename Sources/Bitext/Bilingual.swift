/// A term as it stands in a segment's two texts. Offsets are Unicode code points.
public struct SegmentTerm: Sendable, Hashable {
  public struct Part: Sendable, Hashable {
    public var source: String
    public var target: String
    public var kind: TermKind
    public var concept: String

    public init(source: String, target: String, kind: TermKind, concept: String) {
      self.source = source
      self.target = target
      self.kind = kind
      self.concept = concept
    }
  }

  /// Exactly the slice `start..<end` of the segment's source.
  public var source: String
  /// Exactly the slice `targetStart..<targetEnd` of the segment's target.
  public var target: String
  public var kind: TermKind
  public var start: Int
  public var end: Int
  public var targetStart: Int
  public var targetEnd: Int
  public var concept: String
  public var glossary: String
  public var status: TermStatus
  public var origin: TermOrigin
  public var rule: String?
  public var parts: [Part]

  public init(
    source: String, target: String, kind: TermKind, start: Int, end: Int, targetStart: Int,
    targetEnd: Int, concept: String, glossary: String, status: TermStatus, origin: TermOrigin,
    rule: String?, parts: [Part]
  ) {
    self.source = source
    self.target = target
    self.kind = kind
    self.start = start
    self.end = end
    self.targetStart = targetStart
    self.targetEnd = targetEnd
    self.concept = concept
    self.glossary = glossary
    self.status = status
    self.origin = origin
    self.rule = rule
    self.parts = parts
  }
}

/// A sentence in both languages.
public struct BilingualSegment: Sendable, Hashable {
  /// Counts from 1 in its document.
  public var id: Int
  /// As written, byte for byte; markup included.
  public var source: String
  public var target: String
  public var engine: String
  public var terms: [SegmentTerm]
  /// Ranges are UTF-8 bytes in `source`.
  public var findings: [Finding]
  /// White space between this segment and the next one of the paragraph, as written.
  public var gap: String

  public init(
    id: Int, source: String, target: String, engine: String, terms: [SegmentTerm] = [],
    findings: [Finding] = [], gap: String = ""
  ) {
    self.id = id
    self.source = source
    self.target = target
    self.engine = engine
    self.terms = terms
    self.findings = findings
    self.gap = gap
  }
}

/// A paragraph in both languages: what every output format writes.
public struct BilingualParagraph: Sendable, Hashable {
  /// Counts from 1 in its document.
  public var id: Int
  public var role: ParagraphRole
  public var line: Int
  public var segments: [BilingualSegment]
  /// Bytes of the file before and after the paragraph's text, for formats that keep the file's form.
  public var leading: [UInt8]
  public var trailing: [UInt8]

  public init(
    id: Int, role: ParagraphRole, line: Int, segments: [BilingualSegment], leading: [UInt8] = [],
    trailing: [UInt8] = []
  ) {
    self.id = id
    self.role = role
    self.line = line
    self.segments = segments
    self.leading = leading
    self.trailing = trailing
  }

  /// The English of the paragraph, segments joined by the white space of the source.
  public var target: String {
    segments.reduce(into: "") { $0 += $1.target + $1.gap }
  }

  public var source: String {
    segments.reduce(into: "") { $0 += $1.source + $1.gap }
  }
}
