#if defined(__linux__)
#include <archive.h>
#include <archive_entry.h>

#include "LateLibrary.h"

// libarchive 3; the interface has kept this number since 3.0.
static struct late_library libarchive = {"libarchive.so.13", 0};

#define ARCHIVE(result, name, parameters, arguments) \
  LATE(libarchive, result, name, parameters, arguments)

ARCHIVE(struct archive *, archive_read_new, (void), ())
ARCHIVE(int, archive_read_free, (struct archive * a), (a))
ARCHIVE(const char *, archive_error_string, (struct archive * a), (a))
ARCHIVE(int, archive_read_support_filter_bzip2, (struct archive * a), (a))
ARCHIVE(int, archive_read_support_filter_gzip, (struct archive * a), (a))
ARCHIVE(int, archive_read_support_filter_xz, (struct archive * a), (a))
ARCHIVE(int, archive_read_support_filter_zstd, (struct archive * a), (a))
ARCHIVE(int, archive_read_support_format_tar, (struct archive * a), (a))
ARCHIVE(int, archive_read_support_format_zip, (struct archive * a), (a))
ARCHIVE(int, archive_read_support_format_zip_seekable, (struct archive * a), (a))
ARCHIVE(int, archive_read_open_filename, (struct archive * a, const char *path, size_t block),
        (a, path, block))
ARCHIVE(int, archive_read_open_memory, (struct archive * a, const void *bytes, size_t count),
        (a, bytes, count))
ARCHIVE(int, archive_read_next_header, (struct archive * a, struct archive_entry **entry),
        (a, entry))
ARCHIVE(la_ssize_t, archive_read_data, (struct archive * a, void *bytes, size_t count),
        (a, bytes, count))

ARCHIVE(__LA_MODE_T, archive_entry_filetype, (struct archive_entry * e), (e))
ARCHIVE(int, archive_entry_is_data_encrypted, (struct archive_entry * e), (e))
ARCHIVE(const char *, archive_entry_pathname, (struct archive_entry * e), (e))
ARCHIVE(const char *, archive_entry_pathname_utf8, (struct archive_entry * e), (e))
ARCHIVE(la_int64_t, archive_entry_size, (struct archive_entry * e), (e))
ARCHIVE(int, archive_entry_size_is_set, (struct archive_entry * e), (e))
#endif
