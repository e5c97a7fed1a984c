extension String {
  /// Calls `body` with the UTF-8 bytes, which is several times faster than a walk through the `utf8` view.
  @inlinable
  public func withBytes<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    var copy = self
    return try copy.withUTF8(body)
  }
}
