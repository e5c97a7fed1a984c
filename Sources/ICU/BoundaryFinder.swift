internal import CICU

/// Where words, sentences or characters begin and end in UTF-8 text.
///
/// One owner, one text at a time; each thread has its own. Sentences of "Il part. Elle reste." begin at
/// 0 and 10.
package struct BoundaryFinder: ~Copyable, @unchecked Sendable {
  // Safe to send: the value has one owner and ICU's iterators keep no thread state.
  package enum Kind: Int32, Sendable { case word, sentence, character }

  private let handle: OpaquePointer
  private var offsets = [Int32](repeating: 0, count: 256)

  /// `locale`: "fr", or "fr@ss=standard" for CLDR's list of abbreviations too.
  package init(_ kind: Kind, locale: String) throws(ICUError) {
    var code: Int32 = 0
    guard let handle = cicu_boundary_open(kind.rawValue, locale, &code) else {
      throw .failed(operation: "open the \(kind) iterator for \(locale)", code: code)
    }
    self.handle = handle
  }

  deinit { cicu_boundary_close(handle) }

  /// Calls `body` with every boundary after the start of `text`, in bytes, in order; the last is its end.
  package mutating func forEachBoundary(
    in text: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void
  ) throws(ICUError) {
    guard !text.isEmpty else { return }
    var code: Int32 = 0
    cicu_boundary_set_text(handle, text.baseAddress, Int32(clamping: text.count), &code)
    try check(code, "set the text")
    let capacity = offsets.count
    var found = capacity
    while found == capacity {
      found = offsets.withUnsafeMutableBufferPointer { buffer in
        Int(cicu_boundary_next(handle, buffer.baseAddress, Int32(capacity)))
      }
      for index in 0..<found { body(Int(offsets[index])) }
    }
  }

  /// Every boundary after the start of `text`, in bytes.
  package mutating func boundaries(in text: [UInt8]) throws(ICUError) -> [Int] {
    var result: [Int] = []
    var failure: ICUError?
    text.withUnsafeBufferPointer { buffer in
      do throws(ICUError) {
        try forEachBoundary(in: buffer) { result.append($0) }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return result
  }
}
