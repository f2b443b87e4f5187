#pragma once
#include <stdatomic.h>

/// A shared library that is loaded once and stays.
struct late_library {
  /// What the dynamic loader looks for: the name with the version of the interface.
  const char *name;
  _Atomic(void *) handle;
};

/// The address of a function of a library. Where the library or the function is missing, the
/// process ends with status 127 and the loader's reason, as it would have at its start.
void *late_function(struct late_library *library, const char *name);

/// Defines `name` as a function that calls the one of that name in `library`.
#define LATE(library, result, name, parameters, arguments)                              \
  __attribute__((visibility("hidden"))) result name parameters {                        \
    static _Atomic(void *) known;                                                       \
    void *function = atomic_load_explicit(&known, memory_order_acquire);                \
    if (!function) {                                                                    \
      function = late_function(&library, #name);                                        \
      atomic_store_explicit(&known, function, memory_order_release);                    \
    }                                                                                   \
    return ((__typeof__(&name))function)arguments;                                      \
  }
