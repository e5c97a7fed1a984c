import ArgumentParser
import Documents

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write both languages as bilingual Markdown, or in another format.",
    discussion: """
      visavis export article.fr.txt -o article.md
      visavis export article.fr.txt -o article.html
      visavis export article.fr.txt --layout stacked
      """)

  @OptionGroup(title: "Input") var input: InputOptions

  @Option(
    name: .shortAndLong,
    help: "The output: markdown (default), html, json, xliff, xliff2, tmx, tsv, csv, text.")
  var format: DocumentFormat?

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Translation") var pipeline: PipelineOptions

  func run() throws {
    try DocumentCommand(
      pipelineOptions: pipeline, input: input, output: output, format: format,
      defaultFormat: .markdown
    ).run()
  }
}
