internal import Bitext
internal import French
internal import Terminology
internal import TestSupport
internal import VisAVis

private let names = ["f.tsv", "f.csv", "f.tbx", "f.utf8", "people.tsv", "f.utx"]
private let inflection = try? NominalInflection(
  EmbeddedData.file("French/nominal-inflection.tsv"))

private struct Silence: NearbyWords {
  func mentions(_ folded: UInt64) -> Bool { folded & 1 == 0 }
}

/// Reads any bytes as a glossary; stops the run where a message lacks its place or a headword is not found.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzGlossary(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start, count > 1, let inflection else { return 0 }
  // The first byte chooses the format.
  let path = names[Int(start[0]) % names.count]
  let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
  let glossary: Glossary
  do {
    glossary = try GlossaryFile.read(bytes, path: path)
  } catch let error as GlossaryError {
    guard error.message.hasPrefix(path) else { fatalError(error.message) }
    return 0
  } catch {
    guard "\(error)".hasPrefix("visavis: \(path)") else { fatalError("\(error)") }
    return 0
  }
  let compiled = MappedBytes(GlossaryCompiler.compile([glossary], inflection: inflection))
  guard let index = CompiledGlossary(compiled), index.termCount == glossary.terms.count else {
    fatalError("the compiled glossary has other terms")
  }
  let matcher = TermMatcher([index])
  for term in glossary.terms {
    let source = Array(term.source.utf8)
    let table = Tokenizer().tokenize(source)
    for hit in matcher.hits(in: table, of: source, nearby: Silence()) {
      let match = MatchedTerm(glossary: index, index: hit.term)
      guard match.target == glossary.terms[hit.term].target else { fatalError("another target") }
    }
  }
  return 0
}
