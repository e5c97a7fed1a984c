import ArgumentParser
import Documents
import VisAVis

extension AlignmentUnitKind: ExpressibleByArgument {}

struct AlignCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "align",
    abstract: "Set a French text and its English translation side by side, sentence by sentence.",
    discussion: """
      Sentences are matched by length, numbers, names and what the glossaries know,
      one to one, two to one and so on; what has no counterpart stays alone in TSV
      and CSV.

      visavis align article.fr.txt article.en.txt
      visavis align article.fr.txt article.en.txt -o memory.tmx
      visavis align book.fr.md book.en.md -o book.md
      """)

  @Argument(help: "The French text: plain text or Markdown.", completion: .file())
  var french: String
  @Argument(help: "Its English translation.", completion: .file())
  var english: String

  @Option(
    name: .shortAndLong,
    help: "The output: tsv (default), csv, tmx, xliff, xliff2, markdown, html or json.")
  var format: DocumentFormat?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write, its format by its extension.", valueName: "path"),
    completion: .file())
  var output: String?

  @Option(
    help: """
      What is aligned: sentence, line, or auto: lines where nearly every line is one sentence, else \
      sentences.
      """)
  var unit: AlignmentUnitKind = .auto

  @Option(help: "How bilingual Markdown is laid out: table, stacked or interleaved.")
  var layout: DocumentLayout = .table

  @OptionGroup(title: "Texts") var texts: ReadingOptions

  @Flag(name: .shortAndLong, help: "No notices on standard error.")
  var quiet = false

  @OptionGroup(title: "Glossaries") var pipeline: PipelineOptions

  func validate() throws {
    if french == "-", english == "-" {
      throw ValidationError("only one of the two texts can come from standard input")
    }
  }

  func run() throws {
    var run = AlignRun(try pipeline.pipeline())
    run.format = format ?? output.flatMap { DocumentFormat(path: $0) } ?? .tsv
    run.layout = layout
    run.unit = unit
    run.reading = texts.reading
    run.english = try pipeline.configuration().english
    try Failure.reporting {
      let file =
        try output.map { try OutputFile(path: $0, inputs: [french, english]) } ?? OutputFile()
      let notices = try run.run(french, english) { bytes in try file.write(&bytes) }
      try file.finish()
      if !quiet { notices.forEach(StandardError.write) }
    }
  }
}
