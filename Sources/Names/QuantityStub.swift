package import Bitext
/// Stub.
package struct QuantityRecognizer: Sendable {
  package func match(at token: Int, in table: TokenTable, text: [UInt8], variety: EnglishVariety)
    -> TermMatch?
  { nil }
}
