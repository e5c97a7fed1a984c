import Bitext
import TestSupport
import Testing

@testable import Terminology

/// Every row of `Glossaries/` can be read, is in NFC, is no duplicate and stands in order.
@Suite struct GlossaryDataTests {
  static let files = EmbeddedData.names.filter { $0.hasPrefix("Glossaries/") }

  @Test(arguments: files)
  func `has well-formed rows in order`(name: String) throws {
    let file = String(name.dropFirst("Glossaries/".count))
    let glossary = try GlossaryReader(file: file).read(Array(EmbeddedData.file(name).bytes))
    #expect(!glossary.terms.isEmpty)
    let issues = try GlossaryCheck().issues(in: [glossary])
    #expect(issues.map(\.text) == [])
    for (one, next) in zip(glossary.terms, glossary.terms.dropFirst()) {
      let before = Array((one.concept + "\t" + one.source).utf8)
      let after = Array((next.concept + "\t" + next.source).utf8)
      #expect(!after.lexicographicallyPrecedes(before), "\(file):\(next.line) is out of order")
    }
  }

  @Test func `holds at least fifteen thousand rows`() throws {
    var count = 0
    for name in Self.files {
      count += EmbeddedData.file(name).bytes.count { $0 == 0x0A } - 1
    }
    #expect(count >= 15_000)
  }
}
