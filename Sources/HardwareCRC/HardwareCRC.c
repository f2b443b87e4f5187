#include "HardwareCRC.h"

#include <string.h>

#if defined(__x86_64__)

#define WITH_CRC __attribute__((target("sse4.2")))
#define TAKE_8(rest, word) ((uint32_t)__builtin_ia32_crc32di((rest), (word)))
#define TAKE_1(rest, byte) __builtin_ia32_crc32qi((rest), (byte))

bool hardware_crc_is_there(void) { return __builtin_cpu_supports("sse4.2"); }

#elif defined(__aarch64__) && (defined(__linux__) || defined(__APPLE__))

#define WITH_CRC __attribute__((target("crc")))
#define TAKE_8(rest, word) __builtin_arm_crc32cd((rest), (word))
#define TAKE_1(rest, byte) __builtin_arm_crc32cb((rest), (byte))

#if defined(__linux__)
#include <sys/auxv.h>

// HWCAP_CRC32 of asm/hwcap.h.
bool hardware_crc_is_there(void) { return getauxval(AT_HWCAP) & (1UL << 7); }
#else
// All processors that run macOS on ARM have them.
bool hardware_crc_is_there(void) { return true; }
#endif

#endif

#if defined(WITH_CRC)
WITH_CRC uint32_t hardware_crc(uint32_t rest, const void *bytes, size_t count) {
  const uint8_t *next = bytes;
  for (; count >= 8; count -= 8, next += 8) {
    uint64_t word;
    memcpy(&word, next, 8);
    rest = TAKE_8(rest, word);
  }
  for (; count > 0; count--, next++) rest = TAKE_1(rest, *next);
  return rest;
}
#else
bool hardware_crc_is_there(void) { return false; }
uint32_t hardware_crc(uint32_t rest, const void *bytes, size_t count) {
  (void)rest, (void)bytes, (void)count;
  return 0;
}
#endif
