/// A range of tokens in the half of a `Range<Int>`, for values that are copied often: a paragraph has fewer than
/// 2³¹ tokens.
@usableFromInline
package struct TokenRange: Sendable, Hashable {
  @usableFromInline var start: Int32
  @usableFromInline var end: Int32

  @inlinable
  package init(_ tokens: Range<Int>) {
    start = Int32(truncatingIfNeeded: tokens.lowerBound)
    end = Int32(truncatingIfNeeded: tokens.upperBound)
  }

  @inlinable
  package var range: Range<Int> { Int(start)..<Int(end) }
}
