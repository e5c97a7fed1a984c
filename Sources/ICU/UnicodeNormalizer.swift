internal import CICU

/// NFC and case folding of UTF-8.
package struct UnicodeNormalizer: Sendable {
  package init() {}

  /// Whether `text` is in NFC; about 1 GB/s. Text with ill-formed bytes is not.
  package func isNormalized(_ text: some Collection<UInt8>) throws(ICUError) -> Bool {
    var code: Int32 = 0
    let result = withBytes(of: text) { start, count in cicu_nfc_check(start, count, &code) }
    try check(code, "check NFC")
    return result == 1
  }

  /// `text` in NFC: "e" and U+0301 become "é". Ill-formed bytes become U+FFFD.
  package func normalize(_ text: some Collection<UInt8>) throws(ICUError) -> [UInt8] {
    try rewrite(text, "normalise") { cicu_nfc($0, $1, $2, $3, $4) }
  }

  /// Whether a scalar stays as it is in NFC, whatever stands before it: "é" does, U+0301 does not.
  package func isPlain(_ scalar: UInt32) -> Bool {
    scalar < 0x300 || cicu_nfc_is_plain(scalar) == 1
  }

  /// Whether what stands before `scalar` can be normalised without it.
  package func hasBoundary(before scalar: UInt32) -> Bool {
    scalar < 0x300 || cicu_nfc_has_boundary_before(scalar) == 1
  }

  private typealias Rewrite = (
    UnsafeMutablePointer<UInt8>?, Int32, UnsafePointer<UInt8>?, Int32, UnsafeMutablePointer<Int32>
  ) -> Int32

  private func rewrite(
    _ text: some Collection<UInt8>, _ operation: String, _ body: Rewrite
  ) throws(ICUError) -> [UInt8] {
    var code: Int32 = 0
    let result = withBytes(of: text) { start, count in
      let capacity = Int(count) * 3 + 8
      return [UInt8](unsafeUninitializedCapacity: capacity) { buffer, written in
        let length = body(buffer.baseAddress, Int32(clamping: capacity), start, count, &code)
        written = code > 0 ? 0 : max(0, min(capacity, Int(length)))
      }
    }
    try check(code, operation)
    return result
  }
}

/// Calls `body` with the bytes of `text`, in place where they lie together. ICU counts in 32 bits:
/// more than 2 GB are cut.
func withBytes<Result>(
  of text: some Collection<UInt8>, _ body: (UnsafePointer<UInt8>?, Int32) -> Result
) -> Result {
  let direct = text.withContiguousStorageIfAvailable { buffer in
    body(buffer.baseAddress, Int32(clamping: buffer.count))
  }
  if let direct { return direct }
  return Array(text).withUnsafeBufferPointer { body($0.baseAddress, Int32(clamping: $0.count)) }
}
