/// Something the translator should look at.
public struct Finding: Sendable, Hashable {
  public enum Severity: String, Sendable, Hashable, CaseIterable { case note, warning, error }

  /// A stable word for the class of finding: "unplaced", "unknown-word", "conflict".
  public var rule: String
  public var severity: Severity
  public var message: String
  /// Where, in the paragraph's text as written.
  public var range: SourceRange

  public init(rule: String, severity: Severity, message: String, range: SourceRange) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.range = range
  }
}
