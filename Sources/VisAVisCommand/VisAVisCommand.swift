import ArgumentParser
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
}
