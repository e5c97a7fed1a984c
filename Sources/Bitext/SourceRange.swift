/// A range of UTF-8 bytes in a paragraph's text as written.
public struct SourceRange: Sendable, Hashable, Comparable {
  public var lowerBound: Int
  public var upperBound: Int

  public init(_ lowerBound: Int, _ upperBound: Int) {
    self.lowerBound = lowerBound
    self.upperBound = upperBound
  }

  public var isEmpty: Bool { lowerBound >= upperBound }
  public var range: Range<Int> { lowerBound..<max(lowerBound, upperBound) }

  public static func < (a: SourceRange, b: SourceRange) -> Bool {
    (a.lowerBound, a.upperBound) < (b.lowerBound, b.upperBound)
  }
}

/// A range of UTF-8 bytes in a paragraph's normalised text. `OffsetMap` leads back to a `SourceRange`.
public struct NormalizedRange: Sendable, Hashable {
  public var lowerBound: Int
  public var upperBound: Int

  public init(_ lowerBound: Int, _ upperBound: Int) {
    self.lowerBound = lowerBound
    self.upperBound = upperBound
  }

  public var range: Range<Int> { lowerBound..<max(lowerBound, upperBound) }
}
