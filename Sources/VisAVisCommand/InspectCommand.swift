import ArgumentParser
import Bitext
import Foundation
import VisAVis

extension Inspection.Stage: ExpressibleByArgument {}

struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show what one stage makes of a text, from tokens to the draft.",
    discussion: """
      echo "Le président russe est à Pékin." | visavis inspect names
      visavis inspect tags article.fr.txt
      visavis inspect chunks article.fr.txt         phrases with their parts
      visavis inspect transfer article.fr.txt       the English chosen for each
      visavis inspect tags --conllu treebank.conllu
      """)

  @Argument(help: "tokens, sentences, tags, names, chunks, transfer or draft.") var stage:
    Inspection.Stage
  @OptionGroup(title: "Input") var input: InputOptions
  @Option(
    help: ArgumentHelp("With tags: print this CoNLL-U file as visavis tags it.", valueName: "file"))
  var conllu: String?
  @OptionGroup(title: "Translation") var pipeline: PipelineOptions

  func validate() throws {
    if pipeline.engine == .terms, stage == .chunks || stage == .transfer {
      throw ValidationError("\(stage.rawValue) belong to the draft engine; leave --engine out")
    }
  }

  func run() throws {
    let inspection = Inspection(try pipeline.pipeline())
    let output = OutputFile()
    try Failure.reporting {
      if let conllu {
        guard let data = FileManager.default.contents(atPath: conllu) else {
          throw ReadingError.missing(path: conllu)
        }
        var bytes = inspection.conllu(Array(data))
        return try output.write(&bytes)
      }
      for path in try input.inputs() {
        let reader = input.reading.reader(of: path)
        var state = DocumentState()
        _ = try reader.forEachParagraph { paragraph in
          guard !paragraph.text.isEmpty else { return }
          let lines = inspection.lines(stage, paragraph, state: &state)
          var bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
          try output.write(&bytes)
        }
      }
    }
  }
}
