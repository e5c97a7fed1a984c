public import ArgumentParser
public import Bitext
import Foundation
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

/// Options of every command that runs the pipeline. What is not given comes from the project's settings.
struct PipelineOptions: ParsableArguments {
  @Option(
    help:
      "What drafts the English: draft (whole sentences, the default) or terms (names and titles only)."
  )
  var engine: Configuration.Engine?

  @Option(help: "The English written: us (default) or gb.")
  var english: EnglishVariety?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A glossary of your own: TSV or CSV with the columns fr and en. Repeatable; later ones win.",
      valueName: "file"), completion: .file())
  var glossary: [String] = []

  @Flag(inversion: .prefixedNo, help: "Use the built-in glossaries, or leave them out.")
  var builtin: Bool?

  @Option(
    help: ArgumentHelp("Letters of foreign names: plain (default) or keep.", valueName: "style"))
  var diacritics: Diacritics?

  @Option(
    help: ArgumentHelp("A folder with data files in place of the built-in ones.", valueName: "dir"),
    completion: .directory)
  var data: String?

  @Option(
    help: ArgumentHelp(
      "The project's settings (default: .visavis.yml in this folder or above).", valueName: "file"),
    completion: .file())
  var settings: String?

  enum Diacritics: String, ExpressibleByArgument, CaseIterable { case plain, keep }

  /// The project's settings; none where there is no file. Settings that cannot be read end the command.
  func projectSettings() throws -> ProjectSettings {
    let folder = FileManager.default.currentDirectoryPath
    guard let path = settings ?? ProjectSettings.path(above: folder) else {
      return ProjectSettings()
    }
    // Named as seen from here.
    let isNear = path.hasPrefix(folder + "/")
    return try Failure.reporting {
      try ProjectSettings.read(isNear ? String(path.dropFirst(folder.count + 1)) : path)
    }
  }

  /// What the run is to do: the command line, else the settings, else the defaults.
  func configuration(_ settings: ProjectSettings) -> Configuration {
    var configuration = Configuration()
    configuration.engine = engine ?? settings.engine ?? .draft
    configuration.english = english ?? settings.english ?? .us
    configuration.glossaries = Environment.userGlossaries + settings.glossaries + glossary
    configuration.usesBuiltin = builtin ?? settings.usesBuiltin ?? true
    configuration.dataDirectory = data ?? Environment.variable("VISAVIS_DATA")
    configuration.keepsDiacritics =
      diacritics.map { $0 == .keep } ?? settings.keepsDiacritics ?? false
    configuration.preferences = settings.preferences
    return configuration
  }

  func configuration() throws -> Configuration { configuration(try projectSettings()) }

  /// The pipeline of these options; a glossary that cannot be read ends the command.
  func pipeline() throws -> Pipeline {
    let configuration = try configuration()
    return try Failure.reporting { try Pipeline(configuration) }
  }
}
