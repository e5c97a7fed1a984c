import ArgumentParser
import Foundation
import VisAVis

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract:
      "Write a commented .visavis.yml: a project's glossaries, English and preferred forms.",
    discussion: """
      visavis init
      visavis init articles/
      """)

  @Argument(help: "The project's folder (default: this one).", completion: .directory)
  var folder = "."

  func run() throws {
    try Failure.reporting {
      let path = folder == "." ? ProjectSettings.fileName : folder + "/" + ProjectSettings.fileName
      guard !FileManager.default.fileExists(atPath: path) else {
        throw WritingError.cannotCreate(path: path, reason: "it is there already; edit it")
      }
      let file = try OutputFile(path: path, inputs: [])
      var bytes = Array(ProjectSettings.template.utf8)
      try file.write(&bytes)
      try file.finish()
      StandardError.write("visavis: \(path): written; take the # off the lines you need")
    }
  }
}
