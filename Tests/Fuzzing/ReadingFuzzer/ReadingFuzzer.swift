internal import Bitext
internal import Glibc
internal import VisAVis

/// A file without a name that is written and read again and again.
private let descriptor: Int32 = {
  var name = Array("/dev/shm/visavis-fuzz-XXXXXX".utf8CString)
  let descriptor = mkstemp(&name)
  unlink(name)
  return descriptor
}()
private let encodings: [String?] = [nil, nil, nil, "ISO-8859-15", "Shift_JIS", "UTF-16", "utf-8"]

/// Reads any bytes as a text; stops the run where paragraphs lose bytes or a message lacks its place.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReading(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start, count > 1 else { return 0 }
  // The first byte chooses the encoding, the second the way lines are read.
  let encoding = encodings[Int(start[0]) % encodings.count]
  ftruncate(descriptor, 0)
  pwrite(descriptor, start + 2, count - 2, 0)
  let path = "/proc/self/fd/\(descriptor)"
  var reader = SourceReader(path: path)
  reader.encoding = encoding
  reader.isWrapped = start[1] & 1 == 1
  var whole: [UInt8] = []
  var line = 0
  do {
    _ = try reader.forEachParagraph { paragraph in
      whole += paragraph.text + paragraph.trailing
      guard paragraph.line > line else { fatalError("line \(paragraph.line) after \(line)") }
      line = paragraph.line
    }
  } catch {
    guard let error = error as? ReadingError, error.message.hasPrefix("visavis: \(path):") else {
      fatalError("\(error)")
    }
    return 0
  }
  let isOwn = encoding == nil && String(validating: whole, as: UTF8.self) != nil
  guard isOwn || encoding != nil else { fatalError("paragraphs are not well-formed") }
  return 0
}
