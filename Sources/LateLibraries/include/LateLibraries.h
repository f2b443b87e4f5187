#pragma once

/// Functions of libxml2, libarchive and libxlsxwriter that look as the libraries declare them and
/// load their library when the first of them is called.
///
/// With the libraries that they need themselves (OpenSSL, ICU, compressors) the three take as long
/// to load as a search takes, and a search reads no markup, no archive and writes no workbook. So
/// the linker finds the functions here and leaves the libraries out of what is loaded at the
/// start. There is nothing to call: import the modules of the libraries. A function that is used
/// for the first time is added to the list of its library, else the library is loaded at the
/// start as before.
///
/// On other systems than Linux this target is empty and the libraries are linked as usual.
