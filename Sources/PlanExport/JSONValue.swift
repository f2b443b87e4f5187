/// A JSON value whose objects keep the order of their members, so that a line reads the same way
/// each time (RFC 8259).
package enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([(String, JSONValue)])

  package static func == (a: JSONValue, b: JSONValue) -> Bool { a.encoded == b.encoded }

  package static func optional(_ value: String?) -> JSONValue { value.map(Self.string) ?? .null }
  package static func optional(_ value: Int?) -> JSONValue { value.map(Self.integer) ?? .null }
  package static func optional(_ value: Double?) -> JSONValue { value.map(Self.number) ?? .null }
  package static func optional(_ value: Bool?) -> JSONValue { value.map(Self.bool) ?? .null }

  /// The value on one line, without blanks. A number that JSON cannot hold (infinity) is null.
  package var encoded: String {
    var line = ""
    write(to: &line)
    return line
  }

  private func write(to line: inout String) {
    switch self {
    case .null: line += "null"
    case .bool(let value): line += value ? "true" : "false"
    case .integer(let value): line += String(value)
    case .number(let value): line += Self.text(of: value) ?? "null"
    case .string(let value): Self.write(value, to: &line)
    case .array(let values):
      line += "["
      for (index, value) in values.enumerated() {
        if index > 0 { line += "," }
        value.write(to: &line)
      }
      line += "]"
    case .object(let members):
      line += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { line += "," }
        Self.write(member.0, to: &line)
        line += ":"
        member.1.write(to: &line)
      }
      line += "}"
    }
  }

  /// The shortest decimal text that reads back as the same number, whole numbers without `.0`;
  /// nil where the value is not finite.
  package static func text(of value: Double) -> String? {
    guard value.isFinite else { return nil }
    if value.rounded() == value, abs(value) < 1e15 { return String(Int(value)) }
    return value.description
  }

  private static func write(_ text: String, to line: inout String) {
    line += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": line += "\\\""
      case "\\": line += "\\\\"
      case "\n": line += "\\n"
      case "\r": line += "\\r"
      case "\t": line += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        line += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: line.unicodeScalars.append(scalar)
      }
    }
    line += "\""
  }
}

extension JSONValue {
  /// The value over several lines, for files that people read.
  package func indented(_ depth: Int = 0) -> String {
    let inner = String(repeating: "  ", count: depth + 1)
    let outer = String(repeating: "  ", count: depth)
    switch self {
    case .array(let values) where !values.isEmpty:
      let lines = values.map { inner + $0.indented(depth + 1) }
      return "[\n" + lines.joined(separator: ",\n") + "\n" + outer + "]"
    case .object(let members) where !members.isEmpty:
      let lines = members.map {
        inner + JSONValue.string($0.0).encoded + ": " + $0.1.indented(depth + 1)
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n" + outer + "}"
    default: return encoded
    }
  }
}
