import Documents
import Foundation
import VisAVis

/// A file to translate and where the result goes.
struct DocumentJob {
  var input: String
  var place: String
}

/// Folders as inputs: their files, found in order.
enum InputFolder {
  static func isFolder(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }

  /// Creates `folder` and those above it. Throws `WritingError`.
  static func create(_ folder: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw WritingError.cannotCreate(path: folder, reason: "the folder cannot be made there")
    }
  }

  /// A job for each input and for each text under an input that is a folder, named by `name` and put under
  /// `output` as it is under its folder. The output itself, if it is in there, is no input.
  ///
  /// Throws `ReadingError` for a folder without texts, or one that cannot be read.
  static func jobs(
    _ inputs: [String], into output: String, name: (String) -> String
  ) throws -> [DocumentJob] {
    try inputs.flatMap { input -> [DocumentJob] in
      guard input != "-", isFolder(input) else {
        let last = input.split(separator: "/").last.map(String.init) ?? input
        return [DocumentJob(input: input, place: output + name(last))]
      }
      let folder = input.hasSuffix("/") ? input : input + "/"
      let files = try texts(in: folder, except: output)
      guard !files.isEmpty else { throw ReadingError.noTexts(path: input) }
      return files.map { DocumentJob(input: folder + $0, place: output + name($0)) }
    }
  }

  /// The texts under the inputs that are folders, and the other inputs as they are. Throws `ReadingError`.
  static func files(_ inputs: [String]) throws -> [String] {
    try inputs.contains { $0 != "-" && isFolder($0) }
      ? jobs(inputs, into: "") { $0 }.map(\.input) : inputs
  }

  /// Paths under `folder`, sorted; no hidden files and folders. Throws `ReadingError` where one cannot be read, as
  /// its texts would be missing without a word.
  private static func texts(in folder: String, except output: String) throws -> [String] {
    func real(_ path: String) -> String {
      URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    }
    let root = real(folder)
    let excluded = output.isEmpty ? "" : real(output)
    var found: [String] = []
    func requireReadable(_ path: String) throws {
      guard access(path, R_OK | X_OK) == 0 else { throw ReadingError.noPermission(path: path) }
    }
    try requireReadable(folder)
    guard let enumerator = FileManager.default.enumerator(atPath: folder) else { return [] }
    while let path = enumerator.nextObject() as? String {
      let name = path.split(separator: "/").last ?? ""
      let isOutput = !excluded.isEmpty && excluded != root && root + "/" + path == excluded
      if isOutput || name.hasPrefix(".") {
        enumerator.skipDescendants()
      } else if isFolder(folder + path) {
        try requireReadable(folder + path)
      } else if isText(path) {
        found.append(path)
      }
    }
    return found.sorted()
  }

  private static func isText(_ path: String) -> Bool {
    switch DocumentFormat(path: path) {
    case .text, .markdown, .xliff, .xliff2: true
    default: false
    }
  }
}
