internal import CICU

/// Rewrites text by rules in ICU's notation: `tch > ch ; ou > u ;`.
///
/// Rules that name another transliterator (`::NFD`) cost 12 to 20 ms at the first use of a process.
package struct Transliterator: ~Copyable, @unchecked Sendable {
  // Safe to send: the value has one owner; ICU locks inside.
  private let handle: OpaquePointer

  package init(rules: some Collection<UInt8>) throws(ICUError) {
    var code: Int32 = 0
    var line: Int32 = 0
    var column: Int32 = 0
    let opened = withBytes(of: rules) { start, count in
      cicu_transliterator_open(start, count, &line, &column, &code)
    }
    guard let opened else {
      throw .badRules(line: Int(max(0, line)), column: Int(max(0, column)), code: code)
    }
    handle = opened
  }

  package init(rules: String) throws(ICUError) { try self.init(rules: Array(rules.utf8)) }

  deinit { cicu_transliterator_close(handle) }

  package borrowing func transliterate(_ text: some Collection<UInt8>) throws(ICUError) -> [UInt8] {
    var capacity = text.count * 2 + 64
    while true {
      var code: Int32 = 0
      var needed = 0
      let result = withBytes(of: text) { start, count in
        [UInt8](unsafeUninitializedCapacity: capacity) { buffer, written in
          needed = Int(
            cicu_transliterate(
              handle, buffer.baseAddress, Int32(clamping: capacity), start, count, &code))
          written = code > 0 || needed > capacity ? 0 : needed
        }
      }
      try check(code, "transliterate")
      if needed <= capacity { return result }
      capacity = needed
    }
  }

  package borrowing func transliterate(_ text: String) throws(ICUError) -> String {
    String(decoding: try transliterate(Array(text.utf8)), as: UTF8.self)
  }
}
