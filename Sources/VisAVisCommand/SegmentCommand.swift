import ArgumentParser
import VisAVis

struct SegmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment",
    abstract: "Cut French texts into sentences, one to a line.",
    discussion: """
      A blank line stands between paragraphs; every sentence keeps its own bytes.

      visavis segment article.fr.txt
      visavis segment --wrapped letter.txt | wc -l
      """)

  @OptionGroup(title: "Input") var input: InputOptions

  @Flag(name: .shortAndLong, help: "No notices on standard error.")
  var quiet = false

  @Option(
    help: ArgumentHelp("A folder with data files in place of the built-in ones.", valueName: "dir"))
  var data: String?

  func run() throws {
    let inputs = try input.inputs()
    var configuration = Configuration()
    configuration.dataDirectory = data ?? Environment.variable("VISAVIS_DATA")
    let segmenter = try Failure.reporting { try SourceSegmenter(configuration) }
    var run = SegmentRun(segmenter)
    run.reading = input.reading
    let file = OutputFile()
    try Failure.reporting {
      let notices = try run.run(inputs) { bytes in try file.write(&bytes) }
      if !quiet { notices.forEach(StandardError.write) }
    }
  }
}
