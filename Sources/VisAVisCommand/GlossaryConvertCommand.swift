import ArgumentParser
import VisAVis

extension GlossaryCommand {
  struct Convert: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "convert",
      abstract: "Convert a glossary to another format, by the extensions of the two files.",
      discussion: """
        visavis glossary convert terms.tsv terms.tbx
        visavis glossary convert client.tbx client.tsv

        .tsv and .csv are this program's columns, .tbx is TBX-Basic (ISO 30042:2019;
        .martif.tbx is the form of 2008), .utx is UTX, .utf8 is OmegaT's. What the new
        format cannot hold is said.
        """)

    @Argument(help: "The glossary to read.", completion: .file()) var input: String
    @Argument(help: "The file to write.", completion: .file()) var output: String

    func run() throws { try GlossaryCommand.write([input], to: output) }
  }

  struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "merge",
      abstract: "Make one glossary of several; a later row wins over an earlier one.",
      discussion: "visavis glossary merge press.tsv client.tbx -o all.tsv")

    @Argument(help: "The glossaries to read, in any format.", completion: .file())
    var inputs: [String]

    @Option(
      name: .shortAndLong, help: "The file to write, its format by its extension.",
      completion: .file())
    var output: String

    func run() throws { try GlossaryCommand.write(inputs, to: output) }
  }

  /// Writes `inputs` as one glossary; what is lost is said on standard error.
  private static func write(_ inputs: [String], to output: String) throws {
    try GlossaryCommand.reporting {
      try GlossaryFile.convert(inputs, to: output).forEach(StandardError.write)
    }
  }
}
