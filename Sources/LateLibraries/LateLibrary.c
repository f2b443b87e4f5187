#if defined(__linux__)
#include "LateLibrary.h"

#include <dlfcn.h>
#include <stdio.h>
#include <unistd.h>

// The package names the libraries for the sake of their headers, and so to the linker as well. It
// leaves out those of which it needs nothing if it is told before it meets them. Settings of a
// package come behind the libraries; what an object file wants linked, as Swift writes it into this
// section of its object files, comes before.
__asm__(
    ".pushsection .swift1_autolink_entries,\"e\",@progbits\n"
    ".asciz \"-Wl,--as-needed\"\n"
    ".popsection\n");

static void *or_end(void *found) {
  if (!found) {
    const char *reason = dlerror();
    fprintf(stderr, "error while loading shared libraries: %s\n", reason ? reason : "no reason");
    _exit(127);
  }
  return found;
}

void *late_function(struct late_library *library, const char *name) {
  void *handle = atomic_load_explicit(&library->handle, memory_order_acquire);
  if (!handle) {
    // Two threads may both load it: the loader counts, and gives both the same handle.
    handle = or_end(dlopen(library->name, RTLD_LAZY | RTLD_LOCAL));
    atomic_store_explicit(&library->handle, handle, memory_order_release);
  }
  return or_end(dlsym(handle, name));
}
#endif
