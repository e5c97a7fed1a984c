public import ArgumentParser
package import Documents
public import VisAVis

extension DocumentFormat: ExpressibleByArgument {}
extension DocumentLayout: ExpressibleByArgument {}
extension DocumentSide: ExpressibleByArgument {}
extension SourceReader.Format: ExpressibleByArgument {}

/// How texts are read: of every command that takes some.
struct ReadingOptions: ParsableArguments {
  @Option(help: "What a text is: text or markdown (default: by its extension).")
  var inputFormat: SourceReader.Format?

  @Flag(help: "Lines are hard-wrapped; a blank line ends a paragraph.")
  var wrapped = false

  @Option(help: ArgumentHelp("The encoding of a text, if it is not UTF-8.", valueName: "name"))
  var encoding: String?

  var reading: TextReading {
    TextReading(format: inputFormat, isWrapped: wrapped, encoding: encoding)
  }
}

/// The texts a command takes, several or none, and how they are read.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Texts, Markdown or XLIFF files, or folders of them; - is standard input.", valueName: "files"
    ),
    completion: .file())
  var files: [String] = []

  @OptionGroup private var options: ReadingOptions

  var reading: TextReading { options.reading }

  /// The inputs; standard input where none is named and it is no terminal. Throws help on a terminal.
  func inputs() throws -> [String] {
    if !files.isEmpty { return files }
    if Environment.isInputTerminal { throw CleanExit.helpRequest() }
    return ["-"]
  }
}

/// How the result is written.
struct OutputOptions: ParsableArguments {
  enum Color: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  @Option(help: "How bilingual Markdown is laid out: table (default), stacked or interleaved.")
  var layout: DocumentLayout?

  @Option(help: "The languages of bilingual Markdown: both, source or target.")
  var only: DocumentSide = .both

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write, its format by its extension; a folder (with / at its end) for several.",
      valueName: "path"), completion: .file())
  var output: String?

  @Option(help: "Colours on the terminal: auto, always or never.")
  var color: Color = .auto

  @Flag(help: "Write anew what was edited by hand and what is up to date.")
  var force = false

  @Flag(name: .shortAndLong, help: "No notices on standard error.")
  var quiet = false

  @Flag(help: "List every finding on standard error, not only their number.")
  var findings = false

  var isColored: Bool {
    switch color {
    case .always: true
    case .never: false
    case .auto: Environment.isOutputTerminal && Environment.variable("NO_COLOR") == nil
    }
  }
}
