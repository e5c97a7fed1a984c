internal import CICU

/// The ICU library in use.
package enum ICUVersion {
  /// "72.1"
  package static var current: String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { buffer in
      guard let start = buffer.baseAddress else { return "" }
      buffer.initialize(repeating: 0)
      cicu_version(start)
      return String(cString: start)
    }
  }
}
