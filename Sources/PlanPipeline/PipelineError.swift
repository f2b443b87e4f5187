/// Why a whole run of the pipeline stops; what is wrong with one document is in its outcome.
package enum PipelineError: Error, Equatable, CustomStringConvertible {
  case missingPath(String)
  case noReadableFiles(String)
  case manifest(path: String, problem: String)
  case unknownDocument(String, library: String)
  case unknownPath(String, document: String)
  case library(path: String, problem: String)

  package var description: String {
    switch self {
    case .missingPath(let path):
      "\(path): no such file or folder. Check the spelling; a relative path starts at the "
        + "current folder."
    case .noReadableFiles(let path):
      "\(path): the folder holds no file of a known kind (\(FileCollector.kinds)). Name a file "
        + "to have it read whatever it is called."
    case .manifest(let path, let problem):
      "\(path): \(problem)"
    case .unknownDocument(let name, let library):
      "\(name): neither a file nor a document of the library \(library). "
        + "'gangyao documents' lists what is there."
    case .unknownPath(let path, let document):
      "\(document): there is no part \(path). 'gangyao outline \(document)' shows the parts."
    case .library(let path, let problem):
      "\(path): \(problem)"
    }
  }
}
