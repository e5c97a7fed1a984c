import Review
import VisAVis

/// Findings as lines: for people, and for GitHub's logs.
enum CheckText {
  /// "job.xlf:12:34: error: “Poutine” is French; English has “Putin” [untranslated]".
  static func lines(_ reports: [CheckRun.Report]) -> String {
    reports.map { report in
      let finding = report.finding
      return "\(place(report.place)): \(finding.severity.rawValue): \(message(finding)) "
        + "[\(finding.verdict.rawValue)]\n"
    }.joined()
  }

  private static func place(_ place: CheckRun.Place) -> String {
    "\(place.path):\(place.line):\(place.column)"
  }

  /// What the finding says; an occurrence that is right says what it is.
  static func message(_ finding: CheckFinding) -> String {
    guard finding.message.isEmpty else { return finding.message }
    return "“\(finding.source)” is “\(finding.found ?? finding.expected)”"
  }

  /// Workflow commands of GitHub Actions: "::error file=job.xlf,line=12,col=34::…".
  static func annotations(_ reports: [CheckRun.Report]) -> String {
    reports.map { report in
      let finding = report.finding
      let place = report.place
      let command =
        switch finding.severity {
        case .error: "error"
        case .warning: "warning"
        default: "notice"
        }
      return
        "::\(command) file=\(property(place.path)),line=\(place.line),col=\(place.characterColumn),"
        + "title=\(property("visavis " + finding.verdict.rawValue))::"
        + "\(data(message(finding)))\n"
    }.joined()
  }

  private static func data(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}

/// Findings as a JUnit report: a test case for each verdict of each file.
enum CheckJUnit {
  static func document(_ reports: [CheckRun.Report], files: [String]) -> String {
    let verdicts = Verdict.allCases.filter { $0 != .ok }
    var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
    let failures = files.reduce(0) { sum, file in
      sum + verdicts.count { verdict in reports.contains { has($0, file, verdict) } }
    }
    lines.append(
      "<testsuites name=\"visavis check\" tests=\"\(files.count * verdicts.count)\" "
        + "failures=\"\(failures)\">")
    for file in files {
      let failed = verdicts.count { verdict in reports.contains { has($0, file, verdict) } }
      lines.append(
        "  <testsuite name=\"\(escaped(file))\" tests=\"\(verdicts.count)\" "
          + "failures=\"\(failed)\" errors=\"0\" skipped=\"0\">")
      for verdict in verdicts {
        let found = reports.filter { has($0, file, verdict) }
        let start =
          "    <testcase classname=\"\(escaped(file))\" name=\"\(verdict.rawValue)\""
        guard let first = found.first else {
          lines.append(start + "/>")
          continue
        }
        lines.append(start + ">")
        lines.append(
          "      <failure type=\"\(first.finding.severity.rawValue)\" "
            + "message=\"\(escaped(CheckText.message(first.finding)))\">"
            + escaped(CheckText.lines(found)) + "</failure>")
        lines.append("    </testcase>")
      }
      lines.append("  </testsuite>")
    }
    return (lines + ["</testsuites>"]).joined(separator: "\n") + "\n"
  }

  private static func has(_ report: CheckRun.Report, _ file: String, _ verdict: Verdict) -> Bool {
    report.place.path == file && report.finding.verdict == verdict
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
