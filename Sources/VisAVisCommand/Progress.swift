import Foundation

/// One line on standard error that tells how far a long run is; silent where that is no terminal.
struct Progress {
  private let total: Int
  private let start = ContinuousClock.now
  private let isWanted: Bool
  private var done = 0
  private var written = 0
  private var isShown = false
  private var last = ContinuousClock.now

  /// Nothing is shown if `isQuiet`.
  init(total: Int, isQuiet: Bool) {
    self.total = total
    isWanted = !isQuiet && isatty(STDERR_FILENO) == 1
  }

  /// Counts one more file; after a second the line is shown.
  mutating func advance(_ name: String) {
    done += 1
    show("\(done)/\(total) \(name)")
  }

  /// Tells how much of one long file is written.
  mutating func write(_ count: Int, of name: String) {
    written += count
    show("\(total > 1 ? "\(done + 1)/\(total) " : "")\(name) \(written >> 20) MB")
  }

  /// Starts another file.
  mutating func begin() { written = 0 }

  private mutating func show(_ text: String) {
    let now = ContinuousClock.now
    guard isWanted, now - start > .seconds(1), !isShown || now - last > .milliseconds(100)
    else { return }
    last = now
    isShown = true
    FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
  }

  /// Takes the line away, before anything else is written.
  mutating func clear() {
    guard isShown else { return }
    isShown = false
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
  }
}
