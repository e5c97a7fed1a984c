internal import CICU

/// Turns bytes of a named encoding into UTF-8, piece by piece.
package struct EncodingConverter: ~Copyable, @unchecked Sendable {
  // Safe to send: the value has one owner.
  private let handle: OpaquePointer

  /// `name`: "ISO-8859-15", "macintosh", "UTF-16LE" or another name that ICU knows.
  package init(_ name: String) throws(ICUError) {
    var code: Int32 = 0
    guard !name.isEmpty, let handle = cicu_converter_open(name, &code) else {
      throw .unknownEncoding(name)
    }
    self.handle = handle
  }

  deinit { cicu_converter_close(handle) }

  /// Appends UTF-8 of `bytes` to `output`. `isLast` says that no bytes follow.
  ///
  /// Gives nil, or the offset in `bytes` of a sequence that the encoding does not have; it is negative
  /// if the sequence began in an earlier piece.
  package mutating func convert(
    _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, to output: inout [UInt8]
  ) -> Int? {
    var done = 0
    let capacity = 16_384
    while true {
      var consumed: Int32 = 0
      var code: Int32 = 0
      let piece = UnsafeBufferPointer(rebasing: bytes[done...].prefix(1 << 20))
      let flush = isLast && done + piece.count == bytes.count
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { buffer in
        let written = cicu_convert(
          handle, buffer.baseAddress, Int32(capacity), piece.baseAddress, Int32(piece.count),
          flush ? 1 : 0, &consumed, &code)
        output.append(contentsOf: buffer.prefix(Int(max(0, written))))
        // Less than a full buffer: nothing is waiting inside.
        if code <= 0, consumed == piece.count, written < capacity / 2 { code = -1 }
      }
      if code > 0 { return done + Int(consumed) }
      done += Int(consumed)
      if code == -1, done == bytes.count { return nil }
    }
  }
}
