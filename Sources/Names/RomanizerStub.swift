/// Stub.
package struct Romanizer: Sendable {
  package struct Result: Sendable { package var words: [String]; package var rules: String }
  package func romanize(_ words: [String], countries: [String], isFamilyLast: Bool) -> Result? {
    nil
  }
}
