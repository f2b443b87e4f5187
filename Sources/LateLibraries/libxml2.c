#if defined(__linux__)
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

#include "LateLibrary.h"

// The interface, and with it the layout of a parser's context, changed with libxml2 2.14.
#if LIBXML_VERSION >= 21400
static struct late_library libxml2 = {"libxml2.so.16", 0};
#else
static struct late_library libxml2 = {"libxml2.so.2", 0};
#endif

#define XML(result, name, parameters, arguments) \
  LATE(libxml2, result, name, parameters, arguments)

XML(htmlParserCtxtPtr, htmlCreatePushParserCtxt,
    (htmlSAXHandlerPtr sax, void *user, const char *chunk, int size, const char *file,
     xmlCharEncoding encoding),
    (sax, user, chunk, size, file, encoding))
XML(htmlDocPtr, htmlCtxtReadMemory,
    (xmlParserCtxtPtr c, const char *bytes, int size, const char *url, const char *encoding,
     int options),
    (c, bytes, size, url, encoding, options))
XML(int, htmlCtxtUseOptions, (htmlParserCtxtPtr c, int options), (c, options))
XML(int, htmlParseChunk, (htmlParserCtxtPtr c, const char *chunk, int size, int terminate),
    (c, chunk, size, terminate))
XML(void, htmlFreeParserCtxt, (htmlParserCtxtPtr c), (c))

XML(xmlParserCtxtPtr, xmlNewParserCtxt, (void), ())
XML(void, xmlFreeParserCtxt, (xmlParserCtxtPtr c), (c))
XML(void, xmlStopParser, (xmlParserCtxtPtr c), (c))
XML(xmlDocPtr, xmlCtxtReadMemory,
    (xmlParserCtxtPtr c, const char *bytes, int size, const char *url, const char *encoding,
     int options),
    (c, bytes, size, url, encoding, options))
XML(xmlDocPtr, xmlCtxtReadIO,
    (xmlParserCtxtPtr c, xmlInputReadCallback read, xmlInputCloseCallback close, void *user,
     const char *url, const char *encoding, int options),
    (c, read, close, user, url, encoding, options))
XML(void, xmlFreeDoc, (xmlDocPtr document), (document))

XML(int, xmlStrcmp, (const xmlChar *a, const xmlChar *b), (a, b))
XML(int, xmlStrlen, (const xmlChar *string), (string))
#endif
