import Foundation
import Testing

/// Runs the command that was built beside the tests.
enum CommandRunner {
  struct Outcome {
    var code: Int32
    var output: String
    var errors: String
  }

  static let command = URL(fileURLWithPath: CommandLine.arguments[0])
    .deletingLastPathComponent().appendingPathComponent("visavis").path

  static var isBuilt: Bool { FileManager.default.isExecutableFile(atPath: command) }

  /// What the command, or another `program`, gives for `arguments` and `input`, started in `folder` with
  /// `environment` beside the variables of the tests.
  static func run(
    _ arguments: [String], program: String = command, input: [UInt8] = [],
    in folder: String? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    let inputPath = try temporaryFolder() + "/stdin"
    try Data(input).write(to: URL(fileURLWithPath: inputPath))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    process.standardInput = FileHandle(forReadingAtPath: inputPath)
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let notices = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
      errors: String(decoding: notices, as: UTF8.self))
  }

  static func temporaryFolder() throws -> String {
    let path = NSTemporaryDirectory() + "visavis-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }
}
