import Foundation

/// The programs of poppler and of OCR, as far as the reader of PDF needs them.
struct PDFTools {
  let path: String
  let options: ReadingOptions

  /// A document as a file that the programs can read.
  final class File {
    private let folder: TemporaryFolder
    fileprivate(set) var path: String

    init(_ bytes: [UInt8]) throws {
      folder = try TemporaryFolder()
      path = try folder.write(bytes, as: "document.pdf")
    }

    fileprivate var recognizedPath: String { folder.path + "/recognized.pdf" }
  }

  private func limits(seconds: Double, output: Int) -> ChildLimits {
    ChildLimits(seconds: seconds, memory: options.childMemory, output: output)
  }

  // MARK: Text

  /// All pages with their words.
  func pages(of file: File) throws(ReadingError) -> [PDFPage] {
    let child = ChildProcess(
      // Text outside of the crop box is shown nowhere.
      "pdftotext", ["-bbox-layout", "-cropbox", "-enc", "UTF-8", file.path, "-"],
      limits: limits(seconds: options.childSeconds, output: options.largestChildOutput))
    let parser = PDFTextParser()
    let ending: ChildProcess.Ending
    do throws(ChildFailure) {
      ending = try run(child, into: parser)
    } catch {
      if case .notInstalled = error {
        throw .needsProgram(path: path, program: "pdftotext", package: "poppler-utils")
      }
      throw .program(path: path, error)
    }
    if parser.pages.isEmpty { throw reason(ending) }
    if Self.lacksFontData(ending), TextQuality(parser.pages).isEmpty {
      throw .needsProgram(path: path, program: "poppler-data", package: "poppler-data")
    }
    return parser.pages
  }

  private func run(
    _ child: ChildProcess, into parser: PDFTextParser
  ) throws(ChildFailure) -> ChildProcess.Ending {
    let running = try child.start()
    var failure: ChildFailure?
    parser.take {
      do throws(ChildFailure) {
        return try running.next() ?? []
      } catch {
        failure = error
        return []
      }
    }
    if let failure { throw failure }
    // The parser may have had enough before the child is over.
    while try running.next() != nil {}
    return running.ending
  }

  /// Why a file has no pages.
  private func reason(_ ending: ChildProcess.Ending) -> ReadingError {
    if ending.messages.contains("Incorrect password") { return .encrypted(path: path) }
    if ending.code == nil { return .damagedPDF(path: path, problem: "pdftotext crashed on it") }
    let lines = ending.messages.split(separator: "\n")
    let last = lines.last { $0.contains("Error") } ?? lines.last
    return .damagedPDF(path: path, problem: last.map(String.init) ?? "it has no pages")
  }

  /// Fonts of Chinese without tables of their own need those of poppler-data.
  private static func lacksFontData(_ ending: ChildProcess.Ending) -> Bool {
    ending.messages.contains("Missing language pack")
  }

  // MARK: Lines

  /// What is printed on the pages that may hold tables or frames; empty for all others, and where
  /// no picture can be had.
  func rules(of file: File, pages: [PDFPage]) -> [PageRules] {
    var rules = Array(repeating: PageRules(), count: pages.count)
    let wanted = pages.indices.filter { TableSuspicion.mayHoldLines(pages[$0]) }
    for range in Self.ranges(wanted) {
      let child = ChildProcess(
        "pdftoppm",
        [
          "-q", "-gray", "-cropbox", "-r", "72", "-aaVector", "no", "-thinlinemode", "solid",
          "-f", "\(range.lowerBound + 1)", "-l", "\(range.upperBound)", file.path,
        ],
        limits: limits(
          seconds: options.childSeconds, output: options.largestChildOutput * 4))
      var reader = PictureReader()
      var page = range.lowerBound
      do throws(ChildFailure) {
        let running = try child.start()
        while page < range.upperBound, let piece = try running.next() {
          for picture in reader.take(piece) where page < range.upperBound {
            rules[page] = PageRules(picture, words: pages[page].words)
            page += 1
          }
        }
      } catch {
        // Tables are put together from their words alone.
        return rules
      }
    }
    return rules
  }

  /// Runs of pages, with gaps of two pages filled: starting the program costs as much.
  private static func ranges(_ pages: [Int]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for page in pages {
      if let last = ranges.last, page - last.upperBound <= 2 {
        ranges[ranges.count - 1] = last.lowerBound..<page + 1
      } else {
        ranges.append(page..<page + 1)
      }
    }
    return ranges
  }

  // MARK: OCR

  /// Puts recognised text under the pictures of a scan.
  ///
  /// - Parameter replacing: whether there is text, which is wrong.
  func recognize(_ file: File, replacing: Bool) throws(ReadingError) {
    var child = ChildProcess(
      "ocrmypdf",
      [
        "--language", "chi_sim", replacing ? "--force-ocr" : "--skip-text", "--output-type", "pdf",
        // By itself it gives a page three minutes and leaves it without text where that is too little.
        "--tesseract-timeout", "\(Int(options.recognitionSeconds))",
        "--optimize", "0", "--quiet", file.path, file.recognizedPath,
      ],
      limits: ChildLimits(
        seconds: options.recognitionSeconds, memory: nil, output: options.largestChildOutput))
    // Pages are recognised side by side; threads for each of them would only stand in the way.
    child.environment["OMP_THREAD_LIMIT"] = "1"
    let ending: ChildProcess.Ending
    do throws(ChildFailure) {
      ending = try child.output().ending
    } catch {
      if case .notInstalled = error {
        throw .needsProgram(
          path: path, program: "ocrmypdf", package: "ocrmypdf tesseract-ocr-chi-sim")
      }
      throw .program(path: path, error)
    }
    guard ending.code == 0 else {
      if ending.messages.contains("chi_sim") {
        throw .needsProgram(
          path: path, program: "tesseract (chi_sim)", package: "tesseract-ocr-chi-sim")
      }
      let last = ending.messages.split(separator: "\n").last.map(String.init)
      throw .damagedPDF(path: path, problem: "ocrmypdf: \(last ?? "it recognised no text")")
    }
    file.path = file.recognizedPath
  }
}
