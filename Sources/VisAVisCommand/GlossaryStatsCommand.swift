import ArgumentParser
package import Documents
import VisAVis

extension ReportFormat: ExpressibleByArgument {}

extension GlossaryCommand {
  struct Stats: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "stats",
      abstract: "Count rows and concepts by file, kind and status.",
      discussion: """
        visavis glossary stats
        visavis glossary stats terms.tsv --format markdown
        """)

    @Argument(help: "Glossary files; without any, the built-in ones.", completion: .file())
    var files: [String] = []
    @Option(name: .shortAndLong, help: "table, markdown, tsv or html.")
    var format: ReportFormat = .table

    func run() throws {
      let tables = try GlossaryCommand.reporting {
        try GlossaryService(paths: files, usesBuiltin: files.isEmpty, dataDirectory: nil)
          .statistics()
      }
      let file = format.file(title: "Glossaries", tables)
      try GlossaryCommand.print(String(decoding: file, as: UTF8.self))
    }
  }
}
