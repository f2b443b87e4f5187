import CLibXML2

/// The attributes of one element, to be asked while it is being opened.
@safe
struct MarkupAttributes: ~Copyable {
  fileprivate let list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  /// Pieces of an attribute in the list: two in HTML (name, value), five in XML.
  fileprivate let stride: Int
  fileprivate let count: Int
  /// The first letters of the names, one bit each, so that most questions are answered at once.
  private let letters: UInt32

  fileprivate init(
    list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, stride: Int, count: Int
  ) {
    unsafe self.list = list
    self.stride = stride
    self.count = count
    var letters: UInt32 = 0
    if let list = unsafe list {
      for index in 0..<count {
        if let name = unsafe list[index * stride] { letters |= unsafe Self.bit(name[0]) }
      }
    }
    self.letters = letters
  }

  private static func bit(_ letter: UInt8) -> UInt32 { 1 << UInt32(letter & 0x1F) }

  private func mayHave(_ name: StaticString) -> Bool {
    unsafe letters & Self.bit(name.utf8Start[0]) != 0
  }

  var isEmpty: Bool { count == 0 }

  /// The value of an attribute, whatever its namespace; nil where it is not there.
  func value(_ name: StaticString) -> String? {
    guard mayHave(name), let list = unsafe list else { return nil }
    for index in 0..<count {
      guard let found = unsafe list[index * stride],
        unsafe strcmp(found, name)
      else { continue }
      if stride == 2 {
        guard let value = unsafe list[index * 2 + 1] else { return "" }
        return unsafe String(cString: value)
      }
      guard let start = unsafe list[index * 5 + 3], let end = unsafe list[index * 5 + 4] else {
        return ""
      }
      let bytes = unsafe UnsafeBufferPointer(start: start, count: end - start)
      return unsafe String(decoding: bytes, as: UTF8.self)
    }
    return nil
  }

  func has(_ name: StaticString) -> Bool {
    guard mayHave(name), let list = unsafe list else { return false }
    for index in 0..<count {
      if let found = unsafe list[index * stride], unsafe strcmp(found, name) {
        return true
      }
    }
    return false
  }

  /// Whether a style sets a property to a value, white space left out: `display : none`.
  ///
  /// - Parameters: in lower case.
  func style(_ property: StaticString, is wanted: StaticString) -> Bool {
    guard mayHave("style"), let list = unsafe list else { return false }
    for index in 0..<count {
      guard let found = unsafe list[index * stride], unsafe strcmp(found, "style"),
        let value = unsafe list[index * stride + (stride == 2 ? 1 : 3)]
      else { continue }
      let end: UnsafePointer<xmlChar>? = stride == 2 ? nil : unsafe list[index * stride + 4]
      let length = unsafe end.map { unsafe $0 - value } ?? Int(xmlStrlen(value))
      return unsafe Self.holds(
        UnsafeBufferPointer(start: value, count: length), property, wanted)
    }
    return false
  }

  private static func holds(
    _ text: UnsafeBufferPointer<UInt8>, _ property: StaticString, _ wanted: StaticString
  ) -> Bool {
    var place = 0
    func skips(_ word: StaticString) -> Bool {
      var next = place
      for index in 0..<word.utf8CodeUnitCount {
        while next < text.count, unsafe text[next] <= 0x20 { next += 1 }
        guard next < text.count, unsafe ASCII.lowercased(text[next]) == word.utf8Start[index] else {
          return false
        }
        next += 1
      }
      place = next
      return true
    }
    while place < text.count {
      if skips(property), skips(":"), skips(wanted) { return true }
      place += 1
    }
    return false
  }

  func integer(_ name: StaticString) -> Int? { value(name).flatMap { Int($0) } }

  @inline(__always)
  private func strcmp(_ found: UnsafePointer<xmlChar>, _ name: StaticString) -> Bool {
    unsafe xmlStrcmp(found, name.utf8Start) == 0
  }
}

/// libxml2's parsers, as a row of events: the only file of this module that touches the library.
///
/// No tree is built, nothing is fetched, no entity is expanded.
@safe
final class MarkupParser {
  enum Failure: Error, Equatable {
    case noDocument
    case tooDeep
    /// Not well-formed; `line` is 1-based, `problem` in libxml2's words.
    case malformed(line: Int, problem: String)
    /// A name that stands for text which is not in the place: declared by the document, or elsewhere.
    case entity(name: String)
  }

  private let handler: any MarkupHandler
  // By address: libxml2 calls back for each event, and watching the accesses of a property would
  // take a tenth of the time. Only this file reaches for it, never from within another access.
  private let met: UnsafeMutablePointer<Met>
  /// Bytes for a parser that asks for them.
  private var source: (() -> [UInt8])?
  private var waiting: ArraySlice<UInt8> = []

  /// What was met so far, in one: each event reaches for it once.
  private struct Met {
    let deepest: Int
    var elements = 0
    var failure: Failure?
    var kinds = MarkupKinds()
    /// The handler's numbers of what is open.
    var open: [Int] = []

    /// The number of an element that begins; nil once anything failed.
    mutating func begin(_ name: MarkupKinds.Name, _ kind: () -> Int) -> Int? {
      guard failure == nil else { return nil }
      elements += 1
      guard open.count < deepest else {
        failure = .tooDeep
        return nil
      }
      let number: Int
      if let known = kinds.kind(of: name) {
        number = known
      } else {
        number = kind()
        kinds.add(name, number)
      }
      open.append(number)
      return number
    }

    mutating func end() -> Int? { failure == nil ? open.popLast() : nil }
  }

  private init(_ handler: any MarkupHandler, deepest: Int) {
    self.handler = handler
    unsafe met = .allocate(capacity: 1)
    unsafe met.initialize(to: Met(deepest: deepest))
  }

  deinit {
    unsafe met.deinitialize(count: 1)
    unsafe met.deallocate()
  }

  /// Parses HTML as a browser would: nothing is fatal.
  ///
  /// - Parameters:
  ///   - bytes: well-formed UTF-8; what the page declares is not looked at.
  ///   - deepest: elements within one another.
  ///   - handler: makes what takes the page; called again where the page has to be parsed again.
  static func html<Handler: MarkupHandler>(
    _ bytes: [UInt8], deepest: Int, to handler: () -> Handler
  ) throws(Failure) -> Handler {
    guard bytes.count < Int32.max else { throw .noDocument }
    let quick = handler()
    if try MarkupParser(quick, deepest: deepest).parseHTML(bytes, inOne: false) { return quick }
    let thorough = handler()
    let hasMet = try MarkupParser(thorough, deepest: deepest).parseHTML(bytes, inOne: true)
    guard hasMet else { throw .noDocument }
    return thorough
  }

  /// - Parameter inOne: whether libxml2 reads the page as a document. Otherwise it takes all of it as the
  ///   last piece of a row, in as little as half the time, but stops where the page's first element
  ///   ends: what stands behind `</html>`, or an end tag at the beginning, would be lost.
  /// - Returns: whether there was an element, and all of the page was read.
  private func parseHTML(_ bytes: [UInt8], inOne: Bool) throws(Failure) -> Bool {
    guard
      let context = unsafe htmlCreatePushParserCtxt(
        nil, nil, nil, 0, nil, XML_CHAR_ENCODING_UTF8)
    else { throw .noDocument }
    defer { unsafe htmlFreeParserCtxt(context) }
    unsafe install(in: context)
    unsafe context.pointee.sax.pointee.startElement = { context, name, attributes in
      var count = 0
      while let list = unsafe attributes, unsafe list[count] != nil { count += 2 }
      unsafe MarkupParser.with(context) { parser in
        unsafe parser.open(
          name, nil, MarkupAttributes(list: attributes, stride: 2, count: count / 2), context)
      }
    }
    unsafe context.pointee.sax.pointee.endElement = { context, _ in
      unsafe MarkupParser.with(context) { unsafe $0.close(context) }
    }
    // HUGE: without it everything below the 255th element is lost without a message.
    let options =
      Int32(HTML_PARSE_NOERROR.rawValue) | Int32(HTML_PARSE_NOWARNING.rawValue)
      | Int32(HTML_PARSE_NONET.rawValue) | Int32(HTML_PARSE_RECOVER.rawValue)
      | Int32(HTML_PARSE_IGNORE_ENC.rawValue) | Int32(XML_PARSE_HUGE.rawValue)
    var isRead = true
    let document = unsafe bytes.withUnsafeBytes { buffer -> htmlDocPtr? in
      let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      if inOne {
        return unsafe htmlCtxtReadMemory(
          context, start, Int32(buffer.count), nil, "utf-8", options)
      }
      unsafe htmlCtxtUseOptions(context, options)
      unsafe htmlParseChunk(context, start, Int32(buffer.count), 1)
      if let input = unsafe context.pointee.input {
        isRead = unsafe input.pointee.cur == input.pointee.end
      }
      return unsafe context.pointee.myDoc
    }
    if let document = unsafe document { unsafe xmlFreeDoc(document) }
    if let failure = unsafe met.pointee.failure { throw failure }
    return handler.isDone || isRead && (unsafe met.pointee.elements > 0)
  }

  /// Parses XML strictly: nothing is mended.
  ///
  /// - Parameters:
  ///   - bytes: well-formed UTF-8; what the declaration says is not looked at.
  ///   - deepest: elements within one another.
  static func xml(
    _ bytes: [UInt8], deepest: Int, to handler: any MarkupHandler
  ) throws(Failure) {
    guard bytes.count < Int32.max else { throw .noDocument }
    let parser = MarkupParser(handler, deepest: deepest)
    try unsafe parser.parseXML { context, options in
      unsafe bytes.withUnsafeBytes { buffer in
        unsafe xmlCtxtReadMemory(
          context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count),
          nil, "utf-8", options | Int32(XML_PARSE_IGNORE_ENC.rawValue))
      }
    }
  }

  /// Parses XML that comes in pieces, in the encoding that it declares.
  ///
  /// - Parameter next: the next bytes; empty at the end.
  static func xml(
    deepest: Int, to handler: any MarkupHandler, next: @escaping () -> [UInt8]
  ) throws(Failure) {
    let parser = MarkupParser(handler, deepest: deepest)
    parser.source = next
    let pointer = unsafe Unmanaged.passUnretained(parser).toOpaque()
    try unsafe parser.parseXML { context, options in
      unsafe xmlCtxtReadIO(
        context,
        { parser, buffer, length in
          guard let parser = unsafe parser, let buffer = unsafe buffer else { return -1 }
          return unsafe Unmanaged<MarkupParser>.fromOpaque(parser).takeUnretainedValue()
            .fill(UnsafeMutableRawBufferPointer(start: buffer, count: Int(length)))
        }, { _ in 0 }, pointer, nil, nil, options)
    }
  }

  private func parseXML(
    _ read: (xmlParserCtxtPtr, Int32) -> xmlDocPtr?
  ) throws(Failure) {
    guard let context = unsafe xmlNewParserCtxt() else { throw .noDocument }
    defer { unsafe xmlFreeParserCtxt(context) }
    unsafe install(in: context)
    unsafe context.pointee.sax.pointee.startElementNs = {
      context, name, _, namespace, _, _, count, _, attributes in
      unsafe MarkupParser.with(context) { parser in
        unsafe parser.open(
          name, namespace, MarkupAttributes(list: attributes, stride: 5, count: Int(count)),
          context)
      }
    }
    unsafe context.pointee.sax.pointee.endElementNs = { context, _, _, _ in
      unsafe MarkupParser.with(context) { unsafe $0.close(context) }
    }
    unsafe context.pointee.sax.pointee.entityDecl = { context, name, _, _, _, _ in
      unsafe MarkupParser.with(context) { unsafe $0.refuse(name, context) }
    }
    unsafe context.pointee.sax.pointee.reference = { context, name in
      unsafe MarkupParser.with(context) { unsafe $0.refuse(name, context) }
    }
    // Never NOENT, which reads files, nor DTDLOAD, nor HUGE, which lifts the limit on expansion.
    let options =
      Int32(XML_PARSE_NOERROR.rawValue) | Int32(XML_PARSE_NOWARNING.rawValue)
      | Int32(XML_PARSE_NONET.rawValue)
    if let document = unsafe read(context, options) { unsafe xmlFreeDoc(document) }
    if let failure = unsafe met.pointee.failure { throw failure }
    guard !handler.isDone else { return }
    guard unsafe context.pointee.wellFormed != 0 else { throw unsafe Self.lastError(context) }
    guard unsafe met.pointee.elements > 0 else { throw .noDocument }
  }

  private static func lastError(_ context: xmlParserCtxtPtr) -> Failure {
    guard let message = unsafe context.pointee.lastError.message else { return .noDocument }
    let problem = unsafe String(cString: message)
    return .malformed(
      line: max(1, Int(unsafe context.pointee.lastError.line)),
      problem: String(problem.prefix { $0 != "\n" }))
  }

  // MARK: Called by libxml2

  /// Takes away what would build a tree, and puts in what all formats share.
  private func install(in context: xmlParserCtxtPtr) {
    unsafe context.pointee._private = unsafe Unmanaged.passUnretained(self).toOpaque()
    let sax = unsafe context.pointee.sax
    let magic = unsafe sax?.pointee.initialized ?? 0
    unsafe sax?.pointee = xmlSAXHandler()
    unsafe sax?.pointee.initialized = magic
    let text: charactersSAXFunc = { context, bytes, count in
      unsafe MarkupParser.with(context) { unsafe $0.text(bytes, Int(count), context) }
    }
    unsafe sax?.pointee.characters = text
    unsafe sax?.pointee.cdataBlock = text
  }

  /// Calls `body` with the parser of a context, which lives as long as the context does.
  @inline(__always)
  private static func with(
    _ context: UnsafeMutableRawPointer?, _ body: (MarkupParser) -> Void
  ) {
    guard let context = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self),
      let parser = unsafe context.pointee._private
    else { return }
    unsafe Unmanaged<MarkupParser>.fromOpaque(parser)._withUnsafeGuaranteedRef(body)
  }

  private func open(
    _ name: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?,
    _ attributes: consuming MarkupAttributes, _ context: UnsafeMutableRawPointer?
  ) {
    guard !handler.isDone, let name = unsafe name else { return }
    let address = unsafe MarkupKinds.Name(
      local: Int(bitPattern: name), namespace: namespace.map { Int(bitPattern: $0) } ?? 0)
    let kind = unsafe met.pointee.begin(address) {
      handler.kind(
        of: unsafe String(cString: name),
        namespace: unsafe namespace.map { unsafe String(cString: $0) } ?? "")
    }
    guard let kind else { return unsafe stop(context) }
    handler.open(kind, attributes)
    if handler.isDone { unsafe stop(context) }
  }

  private func close(_ context: UnsafeMutableRawPointer?) {
    guard !handler.isDone, let kind = unsafe met.pointee.end() else { return }
    handler.close(kind)
    if handler.isDone { unsafe stop(context) }
  }

  private func text(
    _ bytes: UnsafePointer<xmlChar>?, _ count: Int, _ context: UnsafeMutableRawPointer?
  ) {
    guard !handler.isDone, count > 0, unsafe met.pointee.failure == nil, let bytes = unsafe bytes
    else { return }
    handler.text(unsafe Span(_unsafeStart: bytes, count: count))
    if handler.isDone { unsafe stop(context) }
  }

  private func refuse(_ name: UnsafePointer<xmlChar>?, _ context: UnsafeMutableRawPointer?) {
    guard unsafe met.pointee.failure == nil else { return }
    unsafe met.pointee.failure = .entity(name: unsafe name.map { unsafe String(cString: $0) } ?? "")
    unsafe stop(context)
  }

  /// Puts the next bytes in a buffer of the parser; returns how many, 0 at the end.
  private func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int32 {
    guard unsafe met.pointee.failure == nil, !handler.isDone, let source else { return 0 }
    if waiting.isEmpty { waiting = source()[...] }
    let count = min(buffer.count, waiting.count)
    unsafe buffer.copyBytes(from: waiting.prefix(count))
    waiting = waiting.dropFirst(count)
    return Int32(count)
  }

  private func stop(_ context: UnsafeMutableRawPointer?) {
    if let context = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self) {
      unsafe xmlStopParser(context)
    }
  }
}
