import ArgumentParser
import Glibc
import VisAVis

@main
struct VisAVisCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "visavis",
    abstract: "Turns French articles into English, with names and titles right every time.",
    discussion: """
      visavis translate article.fr.txt              side by side in the terminal
      visavis translate article.fr.txt -o en.txt    the English alone, in a file
      visavis export article.fr.txt -o article.md   bilingual Markdown
      visavis coverage article.fr.txt               which names the glossaries know
      visavis check article.fr.txt article.en.txt   what a translation gets wrong
      """,
    version: "visavis \(Pipeline.version) (ICU \(Pipeline.icuVersion))",
    subcommands: [
      TranslateCommand.self, ExportCommand.self, CoverageCommand.self, CheckCommand.self,
      AlignCommand.self, SegmentCommand.self, GlossaryCommand.self, InspectCommand.self,
      InitCommand.self,
    ])

  /// Help, version and completion scripts are results: a full disk fails them too, and a closed pipe ends them quietly.
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      guard exitCode(for: error).isSuccess else { exit(withError: error) }
      do {
        var message = Array(fullMessage(for: error).utf8)
        if !message.isEmpty { message.append(UInt8(ascii: "\n")) }
        try Failure.reporting { try OutputFile().write(&message) }
      } catch let failure {
        exit(withError: failure)
      }
    }
  }
}
