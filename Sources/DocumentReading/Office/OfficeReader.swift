import Foundation
import PlanDocument

/// Old formats of word processors (.doc, .wps, .rtf, .odt): LibreOffice makes .docx of them, which is
/// read as any other.
struct OfficeReader {
  let path: String
  let options: ReadingOptions

  static let program = "soffice"
  /// Starting alone takes it some seconds; of address space it reserves far more than it uses.
  static let limits = ChildLimits(seconds: 90, memory: nil, output: 1 << 20)

  /// What an old format is, by its beginning; nil for others, and for text.
  static func format(of bytes: [UInt8], named: SourceFormat?) -> SourceFormat? {
    if bytes.starts(with: "{\\rtf".utf8) { return .rtf }
    if bytes.starts(with: CompoundFile.magic) { return named == .wps ? .wps : .doc }
    if isOpenDocument(bytes) { return .odt }
    return nil
  }

  /// The first entry of its ZIP is its type, stored as it is.
  private static func isOpenDocument(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
      && bytes.place(of: "mimetypeapplication/vnd.oasis.opendocument.text", before: 120) != nil
  }

  func read(
    _ bytes: [UInt8], as format: SourceFormat
  ) throws(ReadingError) -> (text: SourceText, warnings: [ReadingWarning]) {
    if bytes.starts(with: CompoundFile.magic) {
      switch CompoundFile.content(bytes) {
      case .encrypted: throw .encrypted(path: path)
      case .other where format != .wps: throw .foreign(path: path, .compoundFile)
      case .other, .word: break
      }
    }
    guard ChildProcess.isInstalled(Self.program) else {
      throw .needsProgram(path: path, program: "LibreOffice", package: "libreoffice-writer")
    }
    let word = try converted(bytes, format)
    do {
      return try DOCXReader(path: path, options: options).read(word)
    } catch {
      // A file that LibreOffice wrote and that has nothing in it.
      guard case .noWordDocument = error else { throw error }
      throw .noText(path: path)
    }
  }

  private func converted(_ bytes: [UInt8], _ format: SourceFormat) throws(ReadingError) -> [UInt8] {
    var said = ""
    do {
      let folder = try TemporaryFolder()
      let source = try folder.write(bytes, as: "source.\(format.rawValue)")
      try FileManager.default.createDirectory(
        atPath: folder.path + "/profile/user", withIntermediateDirectories: true)
      _ = try folder.write(Array(Self.settings.utf8), as: "profile/user/registrymodifications.xcu")
      var child = ChildProcess(
        Self.program,
        [
          "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore",
          "--nolockcheck", "--convert-to", "docx", "--outdir", folder.path, source,
        ], limits: Self.limits)
      child.environment = [
        "HOME": folder.path, "http_proxy": "http://127.0.0.1:9",
        "https_proxy": "http://127.0.0.1:9",
      ]
      let (_, ending) = try child.output()
      said = ending.messages
      let made = folder.path + "/source.docx"
      if let data = FileManager.default.contents(atPath: made), !data.isEmpty {
        return [UInt8](data)
      }
    } catch let failure as ChildFailure {
      throw .program(path: path, failure)
    } catch {
      throw .program(path: path, .notStarted(program: Self.program, problem: "\(error)"))
    }
    let line = said.split(separator: "\n").last { !$0.contains("javaldx") } ?? "no file was made"
    throw .damagedArchive(path: path, problem: "LibreOffice: \(line)")
  }

  /// No macros, and nothing that a document only refers to is fetched.
  private static let settings = """
    <?xml version="1.0" encoding="UTF-8"?>
    <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
    <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
    <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
    <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
    <item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
    </oor:items>
    """
}
