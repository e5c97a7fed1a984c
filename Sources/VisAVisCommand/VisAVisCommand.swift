import ArgumentParser

@main
struct VisAVisCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "visavis", subcommands: [TranslateCommand.self])
}
