#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Whether the processor has instructions for CRC-32C (SSE 4.2 on x86-64, the CRC extension of
/// ARMv8), which Swift has no words for.
bool hardware_crc_is_there(void);

/// The register of a CRC-32C after some more bytes: the checksum itself is its complement. Only to be
/// called where the instructions are there; elsewhere it gives 0.
uint32_t hardware_crc(uint32_t rest, const void *bytes, size_t count);
