import Foundation
import PlanDocument

/// A line of JSON that is a document.
struct JSONLine: Decodable {
  let id: String
  let text: String
  /// Fields of the line that have the name of one, with their text.
  let metadata: PlanMetadata

  init(_ bytes: [UInt8]) throws(JSONLineProblem) {
    do {
      self = try JSONDecoder().decode(JSONLine.self, from: Data(bytes))
    } catch let problem as JSONLineProblem {
      throw problem
    } catch DecodingError.typeMismatch(_, let context) where context.codingPath.isEmpty {
      throw .noObject
    } catch {
      throw .noJSON
    }
  }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Field.self)
    func text(_ name: String) throws -> String {
      let field = Field(stringValue: name)
      guard fields.contains(field), try !fields.decodeNil(forKey: field) else {
        throw JSONLineProblem.missing(field: name)
      }
      guard let text = try? fields.decode(String.self, forKey: field) else {
        throw JSONLineProblem.notText(field: name)
      }
      return text
    }
    // Ids may be numbers; texts may not.
    let number = try? fields.decode(Int.self, forKey: Field(stringValue: "id"))
    id = try number.map(String.init) ?? text("id")
    guard !id.isEmpty else { throw JSONLineProblem.missing(field: "id") }
    self.text = try text("text")
    var metadata = PlanMetadata()
    for field in MetadataField.allCases {
      let key = Field(stringValue: field.rawValue)
      guard fields.contains(key), let value = try? fields.decode(String.self, forKey: key),
        !value.isEmpty
      else { continue }
      metadata[field] = PlanMetadata.Found(value)
    }
    self.metadata = metadata
  }

  private struct Field: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}

/// What is wrong with a line of JSON.
package enum JSONLineProblem: Error, Equatable, CustomStringConvertible {
  case noJSON
  case noObject
  case missing(field: String)
  case notText(field: String)
  case tooLong(bytes: Int, limit: Int)

  package var description: String {
    switch self {
    case .noJSON: "is no JSON. Each line is one object; line ends inside a text are written \\n"
    case .noObject: "is JSON but no object. Each line is {\"id\": …, \"title\": …, \"text\": …}"
    case .missing(let field): "has no \"\(field)\". Each line needs an id and a text"
    case .notText(let field): "has a \"\(field)\" that is no string. Put it in quotation marks"
    case .tooLong(let bytes, let limit):
      "has \(bytes) bytes, more than the \(limit) that are read as one document. Split it"
    }
  }
}
