#if defined(__linux__)
#include <xlsxwriter.h>

#include "LateLibrary.h"

#ifndef LXW_SOVERSION
#error "xlsxwriter.h does not say the version of its interface: libxlsxwriter 1.0 or newer is needed"
#endif

static struct late_library libxlsxwriter = {"libxlsxwriter.so." LXW_SOVERSION, 0};

#define XLSX(result, name, parameters, arguments) \
  LATE(libxlsxwriter, result, name, parameters, arguments)

XLSX(lxw_workbook *, workbook_new_opt, (const char *path, lxw_workbook_options *options),
     (path, options))
XLSX(lxw_error, workbook_close, (lxw_workbook * book), (book))
XLSX(lxw_error, workbook_set_properties, (lxw_workbook * book, lxw_doc_properties *properties),
     (book, properties))
XLSX(lxw_format *, workbook_add_format, (lxw_workbook * book), (book))
XLSX(lxw_worksheet *, workbook_add_worksheet, (lxw_workbook * book, const char *name),
     (book, name))
XLSX(char *, lxw_strerror, (lxw_error error), (error))

XLSX(void, format_set_bold, (lxw_format * format), (format))
XLSX(void, format_set_bottom, (lxw_format * format, uint8_t style), (format, style))
XLSX(void, format_set_text_wrap, (lxw_format * format), (format))

XLSX(lxw_error, worksheet_autofilter,
     (lxw_worksheet * sheet, lxw_row_t first_row, lxw_col_t first_column, lxw_row_t last_row,
      lxw_col_t last_column),
     (sheet, first_row, first_column, last_row, last_column))
XLSX(void, worksheet_freeze_panes, (lxw_worksheet * sheet, lxw_row_t row, lxw_col_t column),
     (sheet, row, column))
XLSX(lxw_error, worksheet_set_column,
     (lxw_worksheet * sheet, lxw_col_t first, lxw_col_t last, double width, lxw_format *format),
     (sheet, first, last, width, format))
XLSX(lxw_error, worksheet_write_boolean,
     (lxw_worksheet * sheet, lxw_row_t row, lxw_col_t column, int value, lxw_format *format),
     (sheet, row, column, value, format))
XLSX(lxw_error, worksheet_write_number,
     (lxw_worksheet * sheet, lxw_row_t row, lxw_col_t column, double value, lxw_format *format),
     (sheet, row, column, value, format))
XLSX(lxw_error, worksheet_write_string,
     (lxw_worksheet * sheet, lxw_row_t row, lxw_col_t column, const char *value,
      lxw_format *format),
     (sheet, row, column, value, format))
#endif
