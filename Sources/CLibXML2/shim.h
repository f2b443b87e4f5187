#pragma once
#include <libxml/xmlversion.h>
// Else <unicode/…> comes in and clashes with the ICU that Foundation carries.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/HTMLparser.h>

// xmlFree is a mutable global, which Swift 6 refuses.
static inline void clibxml2_free(void *p) { xmlFree(p); }
