import ArgumentParser
import Bitext
import Foundation
import VisAVis

struct GlossaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "glossary",
    abstract: "Check, search, extend and convert glossaries.",
    discussion: """
      visavis glossary lookup Poutine
      visavis glossary add "Iouri Kouznetsov" "Yuri Kuznetsov" --kind person
      visavis glossary check terms.tsv
      visavis glossary list --kind office
      visavis glossary stats
      """,
    subcommands: [
      Check.self, Lookup.self, List.self, Add.self, Convert.self, Merge.self, Stats.self,
    ])

  /// Prints `text`; a closed pipe is no error.
  static func print(_ text: String) throws {
    var bytes = Array(text.utf8)
    do {
      try OutputFile().write(&bytes)
    } catch WritingError.closedPipe {
      return
    } catch {
      StandardError.write(error.message)
      throw ExitCode(error.exitCode)
    }
  }

  /// Runs `body`; a configuration error is printed and ends the command with its code.
  static func reporting<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as ConfigurationError {
      StandardError.write(error.description)
      throw ExitCode(error.exitCode)
    } catch let error as WritingError {
      StandardError.write(error.message)
      throw ExitCode(error.exitCode)
    }
  }

  fileprivate static func text(_ rows: [GlossaryService.Row]) -> String {
    rows.map { row in
      "\(row.source)\t\(row.target)\t\(row.kind)\t\(row.concept)\t\(row.file):\(row.line)"
        + (row.note.isEmpty ? "" : "\t\(row.note)") + "\n"
    }.joined()
  }
}

extension GlossaryCommand {
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Check the form of glossaries: duplicates, conflicts, malformed rows.",
      discussion: """
        Exits with 65 for a malformed row, with 1 for a duplicate or a conflict.

        visavis glossary check terms.tsv
        """)

    @Argument(help: "Glossary files; without any, the built-in ones.") var files: [String] = []

    func run() throws {
      let result = try GlossaryCommand.reporting {
        try GlossaryService(paths: files, usesBuiltin: files.isEmpty, dataDirectory: nil).check()
      }
      try GlossaryCommand.print(result.lines.map { $0 + "\n" }.joined())
      StandardError.write(
        "visavis: \(result.rows) row\(result.rows == 1 ? "" : "s"), \(result.lines.count) issue\(result.lines.count == 1 ? "" : "s")"
      )
      if result.hasErrors { throw ExitCode(65) }
      if !result.lines.isEmpty { throw ExitCode(1) }
    }
  }

  struct Lookup: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "lookup",
      abstract: "Show the rows whose French or English contains a text.",
      discussion: """
        French, English, kind, concept, file and line, note. Exits with 1 if no row has it.

        visavis glossary lookup Poutine
        visavis glossary lookup "Foreign Minister"
        """)

    @Argument(help: "A part of a term, in either language.") var text: String
    @Option(help: "A glossary of your own, besides the built-in ones.") var glossary: [String] = []

    func run() throws {
      let rows = try GlossaryCommand.reporting {
        try GlossaryService(
          paths: Environment.userGlossaries + glossary, usesBuiltin: true, dataDirectory: nil
        ).lookup(text)
      }
      if rows.isEmpty {
        StandardError.write("visavis: no row has '\(text)'; add one with visavis glossary add")
        throw ExitCode(1)
      }
      try GlossaryCommand.print(GlossaryCommand.text(rows))
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List rows, tab-separated.",
      discussion: """
        French, English, kind, concept, file and line, note.

        visavis glossary list --kind office
        visavis glossary list terms.tsv
        """)

    @Argument(help: "Glossary files; without any, the built-in ones.") var files: [String] = []
    @Option(help: "Only rows of this kind: person, office, place …") var kind: String?

    func validate() throws {
      if let kind, TermKind(rawValue: kind) == nil {
        let kinds = TermKind.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("'\(kind)' is no kind; use \(kinds)")
      }
    }

    func run() throws {
      let rows = try GlossaryCommand.reporting {
        try GlossaryService(paths: files, usesBuiltin: files.isEmpty, dataDirectory: nil)
          .rows(kind: kind)
      }
      try GlossaryCommand.print(GlossaryCommand.text(rows))
    }
  }

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Add a term to your own glossary, which every run reads.",
      discussion: """
        visavis glossary add "Iouri /Kouznetsov/" "Yuri /Kuznetsov/" --kind person
        visavis glossary add Bercy "the Finance Ministry" --note "by metonymy"
        """)

    @Argument(help: "The French term, without article; slashes may mark a family name.")
    var source: String
    @Argument(help: "Its English.") var target: String
    @Option(help: "person, office, place, organization, nationality, event, work, other …")
    var kind = "other"
    @Option(help: "A remark for editors.") var note = ""
    @Option(
      name: .shortAndLong, help: "The file (default: ~/.config/visavis/terms.tsv).",
      completion: .file())
    var file: String?

    func run() throws {
      try GlossaryCommand.reporting {
        guard let path = file ?? Environment.configurationFolder.map({ $0 + "/terms.tsv" }) else {
          throw ValidationError("no home folder; name a file with --file")
        }
        if file == nil, let folder = Environment.configurationFolder {
          try? FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        }
        var bytes = try GlossaryService.adding(
          source: source, target: target, kind: kind, note: note, to: path)
        let output = try OutputFile(path: path, inputs: [])
        try output.write(&bytes)
        try output.finish()
        StandardError.write("visavis: \(path): added '\(source)' → '\(target)'")
      }
    }
  }
}
