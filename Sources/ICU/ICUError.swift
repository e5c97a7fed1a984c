internal import CICU

/// What ICU could not do.
package enum ICUError: Error, Sendable, Hashable {
  /// `operation` is a verb phrase: "open the sentence iterator for fr".
  case failed(operation: String, code: Int32)
  /// Bad transliteration rules; line and column count from 1, 0 where ICU does not know.
  case badRules(line: Int, column: Int, code: Int32)
  /// No converter of this name.
  case unknownEncoding(String)
}

extension ICUError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .failed(let operation, let code):
      "ICU cannot \(operation): \(ICUError.name(code))"
    case .badRules(let line, let column, let code):
      "rules:\(line):\(column): \(ICUError.name(code))"
    case .unknownEncoding(let name):
      "no encoding is called '\(name)'"
    }
  }

  private static func name(_ code: Int32) -> String { String(cString: cicu_error_name(code)) }
}

/// Throws if `code` is one of ICU's errors; warnings are negative and are success.
func check(_ code: Int32, _ operation: @autoclosure () -> String) throws(ICUError) {
  if code > 0 { throw .failed(operation: operation(), code: code) }
}
