/// What the reader of a format met that a user should know of, as a sentence in both languages.
package struct ReadingWarning: Sendable, Equatable, CustomStringConvertible {
  package let english: String
  package let chinese: String

  package init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  package var description: String { english }
}
