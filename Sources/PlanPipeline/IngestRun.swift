import DocumentReading
import Foundation
import PlanCatalog
import PlanDocument

/// Reads files into a library.
package struct IngestRun: Sendable {
  package struct Options: Sendable {
    /// How many files are analysed at a time, at least 1.
    package var jobs: Int
    /// Says what would be done and writes nothing.
    package var isDryRun: Bool
    /// Everything anew: what the library held is gone once the new is in place.
    package var isRebuild: Bool
    /// How files are read.
    package var reading: ReadingOptions

    package init(
      jobs: Int = 1, isDryRun: Bool = false, isRebuild: Bool = false,
      reading: ReadingOptions = ReadingOptions()
    ) {
      self.jobs = jobs
      self.isDryRun = isDryRun
      self.isRebuild = isRebuild
      self.reading = reading
    }
  }

  package let folder: String
  package let options: Options
  /// Called at each step of each commit (`LibraryWriter`).
  package var atStep: @Sendable (CommitStep) throws -> Void = { _ in }
  /// Asked before each file: true ends the run there, with all that is finished kept. A rebuild that
  /// is stopped changes nothing.
  package var isStopped: @Sendable () -> Bool = { false }

  package init(folder: String, options: Options = Options()) {
    self.folder = folder
    self.options = options
  }

  /// Reads the files that the paths name, in order.
  ///
  /// What is wrong with one file is in its outcome; the others are read all the same. Files are
  /// committed in groups, each complete with its index; a rebuild is one commit.
  ///
  /// - Parameter report: called on the caller's thread; a file is finished once it is committed.
  /// - Returns: first what is wrong with paths, then one outcome a file.
  /// - Throws: what stops the whole run: the lock, the disk, a damaged library or manifest.
  package func ingest(
    _ paths: [String], report: (IngestEvent) -> Void = { _ in }
  ) throws -> [FileOutcome] {
    var collector = FileCollector()
    let found = try collector.files(in: paths)
    return try withoutActuallyEscaping(report) { report in
      var journal = IngestJournal(of: found.files, report: report)
      for (path, error) in found.problems { journal.fail(path: path, error) }
      for note in collector.notes { journal.note(note) }
      journal.flush()
      guard !found.files.isEmpty else { return journal.outcomes }
      if options.isDryRun {
        try rehearse(found.files, &journal)
      } else {
        try run(found.files, &journal)
      }
      return journal.outcomes
    }
  }

  private func run(_ files: [PlannedFile], _ journal: inout IngestJournal) throws {
    let writer = try LibraryWriter(
      folder: folder, command: "gangyao ingest", isRebuild: options.isRebuild, atStep: atStep)
    let known = try writer.documents()
    let analysis = FileAnalysis(
      of: files, known: known, readsAgain: options.isRebuild, reading: options.reading)
    let work = OrderedWork(files, jobs: options.jobs) { analysis.result(of: $0) }
    defer { work.stop() }
    var isCleared = false
    var removed: Set<Int> = []
    var finished = 0
    while work.upcoming != nil, !isStopped() {
      try writer.commit { draft in
        while let file = work.upcoming, !isStopped() {
          journal.begin(file)
          guard let (_, found) = work.next() else { break }
          finished += 1
          let result = journal.seen(found, of: file)
          if case .read(let entry, let replaced, _) = result {
            if options.isRebuild, !isCleared {
              try draft.removeAll(known)
              isCleared = true
            } else if !options.isRebuild {
              for old in replaced where removed.insert(old.key).inserted {
                try draft.remove(key: old.key)
              }
            }
            try draft.add(entry)
          }
          journal.note(result, of: file)
          guard draft.isFull else { continue }
          if options.isRebuild { try draft.seal() } else { break }
        }
        if options.isRebuild { try refuseStop(work.upcoming) }
      }
      journal.flush()
    }
    if options.isRebuild { try refuseStop(work.upcoming) }
    if finished < files.count {
      journal.note(.stopped(unread: files.count - finished))
      journal.flush()
    } else {
      try writer.mergeSegments()
    }
    try writer.close()
  }

  /// Half of a rebuild is no library.
  private func refuseStop(_ upcoming: PlannedFile?) throws {
    if upcoming != nil { throw PipelineError.stoppedRebuild(folder) }
  }

  /// Does everything but write.
  private func rehearse(_ files: [PlannedFile], _ journal: inout IngestJournal) throws {
    var known: [CatalogDocument] = []
    do {
      known = try LibraryReader(folder: folder).documents()
    } catch CatalogError.missing {
      // There is no library yet, so everything would be added.
    } catch  where options.isRebuild {
      // What is there would be given up.
    }
    let analysis = FileAnalysis(
      of: files, known: known, readsAgain: options.isRebuild, reading: options.reading)
    let work = OrderedWork(files, jobs: options.jobs) { analysis.result(of: $0) }
    defer { work.stop() }
    var finished = 0
    while let file = work.upcoming, !isStopped() {
      journal.begin(file)
      guard let (_, result) = work.next() else { break }
      finished += 1
      journal.note(journal.seen(result, of: file), of: file)
      journal.flush()
    }
    if finished < files.count {
      journal.note(.stoppedRehearsal(unread: files.count - finished))
      journal.flush()
    }
  }
}
