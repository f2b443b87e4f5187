/// A handler's numbers of elements, by the addresses of their names, which libxml2 keeps once each.
struct MarkupKinds {
  struct Name: Hashable {
    var local: Int
    var namespace: Int
  }

  private var all: [Name: Int] = [:]
  /// The last name of each place, which is nearly always the one that is asked for.
  private var recent: [(name: Name, kind: Int)] = Array(
    repeating: (Name(local: 0, namespace: 0), 0), count: 256)

  mutating func kind(of name: Name) -> Int? {
    let place = Self.place(name)
    if recent[place].name == name { return recent[place].kind }
    guard let kind = all[name] else { return nil }
    recent[place] = (name, kind)
    return kind
  }

  /// - Parameter name: with an address, so not 0.
  mutating func add(_ name: Name, _ kind: Int) {
    all[name] = kind
    recent[Self.place(name)] = (name, kind)
  }

  private static func place(_ name: Name) -> Int {
    (name.local ^ name.local >> 8 ^ name.namespace >> 4) & 0xFF
  }
}
