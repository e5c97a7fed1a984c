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

  /// "pilotes Red Bull", never "pilotes Reds Bulls": a name inside an office does not inflect.
  @Test func `keeps names unchanged in the forms of an office`() throws {
    let file = EmbeddedData.file("Glossaries/offices.tsv")
    let glossary = try GlossaryReader(file: "offices.tsv").read(Array(file.bytes))
    for term in glossary.terms {
      let names = term.source.split(separator: " ").dropFirst()
        .filter { $0.first?.isUppercase == true && $0 != "Premier" }
      for form in term.forms {
        let words = form.split(separator: " ")
        #expect(names.allSatisfy(words.contains), "\(term.source): \(form)")
      }
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
