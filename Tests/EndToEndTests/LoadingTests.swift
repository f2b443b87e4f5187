import Testing

#if os(Linux)
  @Suite("What is loaded at the start")
  struct LoadingTests {
    /// The dynamic loader lists what it would load, and starts nothing.
    @Test("is nothing that a search does not use")
    func libraries() throws {
      let desk = try Desk()
      let listed = try Command.run(
        [], in: desk.folder, through: ["LD_TRACE_LOADED_OBJECTS=1"])
      #expect(listed.code == 0)
      #expect(listed.output.contains("libsqlite3"))
      for name in ["libxml2", "libarchive", "libxlsxwriter"] {
        #expect(
          !listed.output.contains(name),
          "a function of \(name) that is used is not in Sources/LateLibraries")
      }
    }
  }
#endif
