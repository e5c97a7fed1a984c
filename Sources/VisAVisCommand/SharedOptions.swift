public import ArgumentParser
public import Bitext
public import VisAVis

extension EnglishVariety: ExpressibleByArgument {}
extension Configuration.Engine: ExpressibleByArgument {}

/// Puts the errors of reading and writing into words and exit codes, for every command alike.
enum Failure {
  /// Runs `body`; its errors are printed, and end the command with the code of sysexits.h.
  static func reporting<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as ReadingError {
      StandardError.write(error.message)
      throw ExitCode(error.exitCode)
    } catch let error as WritingError {
      if error != .closedPipe { StandardError.write(error.message) }
      throw ExitCode(error.exitCode)
    } catch let error as ConfigurationError {
      StandardError.write(error.description)
      throw ExitCode(error.exitCode)
    }
  }
}

/// Options of every command that runs the pipeline.
struct PipelineOptions: ParsableArguments {
  @Option(
    help: "What drafts the English: draft (whole sentences) or terms (names and titles only).")
  var engine: Configuration.Engine = .draft

  @Option(help: "The English written: us or gb.")
  var english: EnglishVariety = .us

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A glossary of your own: TSV or CSV with the columns fr and en. Repeatable; later ones win.",
      valueName: "file"))
  var glossary: [String] = []

  @Flag(help: "Leave the built-in glossaries out.")
  var noBuiltin = false

  @Option(help: ArgumentHelp("Letters of foreign names: plain or keep.", valueName: "style"))
  var diacritics: Diacritics = .plain

  @Option(
    help: ArgumentHelp("A folder with data files in place of the built-in ones.", valueName: "dir"))
  var data: String?

  enum Diacritics: String, ExpressibleByArgument, CaseIterable { case plain, keep }

  var configuration: Configuration {
    var configuration = Configuration()
    configuration.engine = engine
    configuration.english = english
    configuration.glossaries = Environment.userGlossaries + glossary
    configuration.usesBuiltin = !noBuiltin
    configuration.dataDirectory = data ?? Environment.variable("VISAVIS_DATA")
    configuration.keepsDiacritics = diacritics == .keep
    return configuration
  }

  /// The pipeline of these options; a glossary that cannot be read ends the command.
  func pipeline() throws -> Pipeline {
    try Failure.reporting { try Pipeline(configuration) }
  }
}
