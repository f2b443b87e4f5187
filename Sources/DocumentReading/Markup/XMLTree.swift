import CLibXML2

/// What a parser met, in the order of the text.
enum MarkupEvent: Equatable {
  case open(MarkupElement)
  case close(name: String)
  case text([UInt8])
}

struct MarkupElement: Equatable {
  /// Lower case.
  var name: String
  /// Only those that the readers ask for (`XMLTree.attributeNames`).
  var attributes: [String: String]
}

/// libxml2's parsers, as a list of events: the only file of this module that touches the library.
enum XMLTree {
  enum Failure: Error, Equatable {
    case noDocument
    case tooDeep
    /// Not well-formed; `line` is 1-based, `problem` in libxml2's words.
    case malformed(line: Int, problem: String)
    /// A name that stands for text which is not in the place: declared by the document, or elsewhere.
    case entity(name: String)
  }

  /// Attributes that say how a text is laid out.
  static let attributeNames = ["colspan", "rowspan", "style", "hidden"]

  /// Parses HTML as a browser would: nothing is fatal, nothing is fetched.
  ///
  /// - Parameters:
  ///   - bytes: well-formed UTF-8; what the page declares is not looked at.
  ///   - deepest: elements within one another.
  static func html(_ bytes: [UInt8], deepest: Int) throws(Failure) -> [MarkupEvent] {
    guard bytes.count < Int32.max else { throw .noDocument }
    // HUGE: without it everything below the 255th element is lost without a message.
    let options =
      Int32(HTML_PARSE_NOERROR.rawValue) | Int32(HTML_PARSE_NOWARNING.rawValue)
      | Int32(HTML_PARSE_NONET.rawValue) | Int32(HTML_PARSE_RECOVER.rawValue)
      | Int32(XML_PARSE_HUGE.rawValue)
    let document = unsafe bytes.withUnsafeBytes { buffer in
      unsafe htmlReadMemory(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil, "utf-8",
        options)
    }
    guard let document = unsafe document else { throw .noDocument }
    defer { unsafe xmlFreeDoc(document) }
    return try unsafe events(from: xmlDocGetRootElement(document), deepest: deepest)
  }

  /// Parses XML strictly: nothing is mended, nothing is fetched, no entity is expanded.
  ///
  /// - Parameters:
  ///   - bytes: well-formed UTF-8; what the declaration says is not looked at.
  ///   - deepest: elements within one another; libxml2 itself takes 256.
  static func xml(_ bytes: [UInt8], deepest: Int) throws(Failure) -> [MarkupEvent] {
    guard bytes.count < Int32.max else { throw .noDocument }
    // Never NOENT, which reads files, nor DTDLOAD, nor HUGE, which lifts the limit on expansion.
    let options =
      Int32(XML_PARSE_NOERROR.rawValue) | Int32(XML_PARSE_NOWARNING.rawValue)
      | Int32(XML_PARSE_NONET.rawValue) | Int32(XML_PARSE_IGNORE_ENC.rawValue)
    xmlResetLastError()
    let document = unsafe bytes.withUnsafeBytes { buffer in
      unsafe xmlReadMemory(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil, "utf-8",
        options)
    }
    guard let document = unsafe document else { throw lastError() }
    defer { unsafe xmlFreeDoc(document) }
    if let subset = unsafe document.pointee.intSubset {
      // Comments and elements may be declared; entities are refused even where nothing uses them.
      var declaration = unsafe subset.pointee.children
      while let node = unsafe declaration {
        if unsafe node.pointee.type == XML_ENTITY_DECL { throw .entity(name: unsafe name(node)) }
        unsafe declaration = unsafe node.pointee.next
      }
    }
    return try unsafe events(from: xmlDocGetRootElement(document), deepest: deepest)
  }

  private static func lastError() -> Failure {
    guard let error = unsafe xmlGetLastError(), let message = unsafe error.pointee.message else {
      return .noDocument
    }
    let problem = unsafe String(cString: message)
    return .malformed(
      line: max(1, Int(unsafe error.pointee.line)), problem: String(problem.prefix { $0 != "\n" }))
  }

  /// Walks the tree without recursion, however deep it is.
  private static func events(
    from root: UnsafeMutablePointer<xmlNode>?, deepest: Int
  ) throws(Failure) -> [MarkupEvent] {
    guard let root = unsafe root else { throw .noDocument }
    var events: [MarkupEvent] = []
    var depth = 0
    var current: UnsafeMutablePointer<xmlNode>? = unsafe root
    while let node = unsafe current {
      let kind = unsafe node.pointee.type
      if kind == XML_ELEMENT_NODE {
        events.append(.open(unsafe element(node)))
        if let child = unsafe node.pointee.children {
          depth += 1
          guard depth <= deepest else { throw .tooDeep }
          unsafe current = child
          continue
        }
        events.append(.close(name: unsafe name(node)))
      } else if kind == XML_TEXT_NODE || kind == XML_CDATA_SECTION_NODE,
        let content = unsafe node.pointee.content
      {
        events.append(.text(unsafe Array(String(cString: content).utf8)))
      } else if kind == XML_ENTITY_REF_NODE {
        throw .entity(name: unsafe name(node))
      }
      // The next sibling, or that of the nearest element above that has one.
      var leaving: UnsafeMutablePointer<xmlNode>? = unsafe node
      unsafe current = nil
      while let left = unsafe leaving, unsafe left != root {
        if let next = unsafe left.pointee.next {
          unsafe current = next
          break
        }
        unsafe leaving = left.pointee.parent
        if let parent = unsafe leaving, unsafe parent.pointee.type == XML_ELEMENT_NODE {
          depth -= 1
          events.append(.close(name: unsafe name(parent)))
        }
      }
    }
    return events
  }

  private static func name(_ node: UnsafeMutablePointer<xmlNode>) -> String {
    guard let name = unsafe node.pointee.name else { return "" }
    return unsafe String(cString: name).lowercased()
  }

  private static func element(_ node: UnsafeMutablePointer<xmlNode>) -> MarkupElement {
    var attributes: [String: String] = [:]
    if unsafe node.pointee.properties != nil {
      for name in attributeNames {
        guard let value = unsafe xmlGetProp(node, name) else { continue }
        attributes[name] = unsafe String(cString: value)
        unsafe clibxml2_free(value)
      }
    }
    return MarkupElement(name: unsafe name(node), attributes: attributes)
  }
}
