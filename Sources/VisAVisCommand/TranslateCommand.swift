import ArgumentParser
import Documents

struct TranslateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translate",
    abstract: "Translate French texts.",
    discussion: """
      visavis translate article.fr.txt
      visavis translate article.fr.txt --format text > article.en.txt
      visavis translate *.md -o english/
      visavis translate job.xlf -o job.en.xlf        fills the empty targets
      curl -s … | visavis translate --english gb -
      """)

  @OptionGroup(title: "Input") var input: InputOptions

  @Option(
    name: .shortAndLong,
    help: "The output: columns, text, markdown, html, json, xliff, xliff2, tmx, tsv or csv.")
  var format: DocumentFormat?

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Translation") var pipeline: PipelineOptions

  func run() throws {
    try DocumentCommand(
      pipelineOptions: pipeline, input: input, output: output, format: format,
      defaultFormat: .columns
    ).run()
  }
}
