import GRDB

/// The tables of a catalog. A change of them is a new version.
enum CatalogSchema {
  /// Kept in SQLite's `user_version`.
  static let version = 7
  /// Kept in SQLite's `application_id`: "GyLb" in ASCII.
  static let applicationID = 0x4779_4C62

  /// Documents have a number that is never used again; the index knows passages by it.
  static func create(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE document (
          key INTEGER PRIMARY KEY AUTOINCREMENT,
          document TEXT NOT NULL UNIQUE, path TEXT NOT NULL,
          title TEXT, kind TEXT, region TEXT, region_code TEXT, level TEXT, issuer TEXT,
          number TEXT, status TEXT, period TEXT, horizon TEXT, adopted TEXT, issued TEXT,
          delivered TEXT, published TEXT, dates TEXT, notice TEXT, source TEXT, retrieved TEXT,
          offsets TEXT NOT NULL, checksum TEXT NOT NULL, format TEXT NOT NULL, encoding TEXT,
          characters INTEGER NOT NULL, units INTEGER NOT NULL, passages INTEGER NOT NULL,
          targets INTEGER NOT NULL
        );
        CREATE TABLE source_text (
          key INTEGER PRIMARY KEY REFERENCES document(key) ON DELETE CASCADE,
          bytes BLOB NOT NULL, digest TEXT NOT NULL, manifest_digest TEXT NOT NULL
        );
        CREATE TABLE division (
          key INTEGER NOT NULL REFERENCES document(key) ON DELETE CASCADE,
          ordinal INTEGER NOT NULL,
          level TEXT NOT NULL, number INTEGER, label TEXT, title TEXT NOT NULL,
          path TEXT NOT NULL, page INTEGER, line INTEGER NOT NULL, offset INTEGER NOT NULL,
          length INTEGER NOT NULL, parent INTEGER,
          PRIMARY KEY (key, ordinal)
        ) WITHOUT ROWID;
        CREATE TABLE passage (
          key INTEGER NOT NULL REFERENCES document(key) ON DELETE CASCADE,
          ordinal INTEGER NOT NULL,
          document TEXT NOT NULL, kind TEXT NOT NULL, path TEXT NOT NULL, line INTEGER NOT NULL,
          page INTEGER, offset INTEGER NOT NULL, text TEXT NOT NULL, division INTEGER,
          is_list_item INTEGER NOT NULL,
          PRIMARY KEY (key, ordinal)
        ) WITHOUT ROWID;
        CREATE TABLE target (
          key INTEGER NOT NULL REFERENCES document(key) ON DELETE CASCADE,
          ordinal INTEGER NOT NULL,
          id TEXT NOT NULL, document TEXT NOT NULL, kind TEXT NOT NULL, indicator TEXT NOT NULL,
          indicator_key TEXT NOT NULL, change TEXT NOT NULL, op TEXT NOT NULL, value REAL,
          value_max REAL, unit TEXT NOT NULL, year TEXT, per TEXT, binding TEXT, baseline REAL,
          baseline_year TEXT, value_base REAL, value_max_base REAL, unit_base TEXT,
          text TEXT NOT NULL, sentence TEXT NOT NULL, path TEXT NOT NULL, page INTEGER,
          line INTEGER NOT NULL, offset INTEGER NOT NULL, rule TEXT NOT NULL,
          confidence REAL NOT NULL, doubts TEXT NOT NULL, evidence TEXT NOT NULL, year_source TEXT, year_inherited TEXT, year_guess TEXT,
          subject_borrowed TEXT, subject_borrowed_offset INTEGER, rate_basis TEXT,
          reference_year TEXT, benchmark TEXT, modality TEXT, modality_text TEXT,
          preliminary INTEGER, responsible TEXT NOT NULL, table_kind TEXT,
          passage INTEGER NOT NULL,
          -- Of `TargetRecord.years`. Written, and not generated: SQLite 3.40 answers
          -- nothing about a generated column from an index alone.
          first_year INTEGER, last_year INTEGER,
          PRIMARY KEY (key, ordinal)
        ) WITHOUT ROWID;
        -- Conditions of queries are answered from these alone: an index that lacks a column of the
        -- condition, be it always the same as `kind` in a partial one, has its rows looked up. A row
        -- is read up to the last column that is asked for: those that every condition asks for
        -- come behind those that it is sorted by.
        CREATE INDEX target_numbers ON target (
          unit_base, value_base, value_max_base, kind, key, passage, first_year, last_year,
          value, value_max, unit, binding, indicator) WHERE kind = 'target';
        CREATE INDEX target_values ON target (
          value, value_max, kind, key, passage, first_year, last_year, unit_base, value_base,
          value_max_base, unit, binding, indicator) WHERE kind = 'target';
        CREATE INDEX target_indicators ON target (
          indicator, unit_base, value_base, value_max_base, kind, key, passage, first_year,
          last_year, value, value_max, unit, binding) WHERE kind = 'target';
        CREATE INDEX target_years ON target (
          first_year, last_year, kind, key, passage, unit_base, value_base, value_max_base,
          value, value_max, unit, binding, indicator)
          WHERE kind = 'target' AND first_year IS NOT NULL;
        CREATE INDEX target_bindings ON target (
          binding, kind, key, passage, first_year, last_year, unit_base, value_base,
          value_max_base, value, value_max, unit, indicator)
          WHERE kind = 'target' AND binding IS NOT NULL;
        CREATE INDEX target_passages ON target (key, passage) WHERE kind = 'target';
        -- Each name once, and its tokens and pairs of them (IndicatorPart).
        CREATE TABLE indicator (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE indicator_part (
          part INTEGER NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (part, id)
        ) WITHOUT ROWID;
        -- The outline alone, a fraction of the rows with their titles.
        CREATE INDEX division_tree ON division (key, ordinal, level, parent);
        CREATE INDEX division_path ON division (path, key, ordinal, parent);
        CREATE INDEX division_box ON division (key, ordinal, label, title) WHERE level = 'box';
        CREATE TABLE index_state (
          id INTEGER PRIMARY KEY CHECK (id = 1), commit_point BLOB NOT NULL
        );
        PRAGMA application_id = \(applicationID);
        PRAGMA user_version = \(version);
        """)
  }
}
