import ArgumentParser
import VisAVis

extension GlossaryCommand {
  struct Convert: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Convert a glossary to another format, by the extensions of the two files.",
      discussion: """
        visavis glossary convert terms.tsv terms.tbx
        visavis glossary convert client.tbx client.tsv

        .tsv and .csv are this program's columns, .tbx is TBX-Basic (ISO 30042:2019; .martif.tbx is the
        form of 2008), .utx is UTX, .utf8 is OmegaT's. What the new format cannot hold is said.
        """)

    @Argument(help: "The glossary to read.", completion: .file()) var input: String
    @Argument(help: "The file to write.", completion: .file()) var output: String

    func run() throws {
      try GlossaryCommand.reporting {
        var result = try GlossaryFile.convert(input, to: output)
        for notice in result.notices { StandardError.write(notice) }
        let file = try OutputFile(path: output, inputs: [input])
        try file.write(&result.file)
        try file.finish()
      }
    }
  }
}
