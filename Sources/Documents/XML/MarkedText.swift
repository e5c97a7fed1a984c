internal import Bitext

extension BilingualSegment {
  /// Writes one side as XML, its terms in `mrk` elements whose attributes `mark` writes, given a term's index.
  func putMarked(
    _ side: TextSide, into output: inout [UInt8], mark: (Int, inout [UInt8]) -> Void
  ) {
    let text = text(side)
    for run in runs(side) {
      guard let index = run.terms.first else {
        output.putXML(text.slice(run.bytes))
        continue
      }
      output.put("<mrk")
      mark(index, &output)
      output.put(">")
      output.putXML(text.slice(run.bytes))
      output.put("</mrk>")
    }
  }
}
