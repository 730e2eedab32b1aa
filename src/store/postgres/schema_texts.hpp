#pragma once

namespace kassabro::store::postgres {

extern const char* const schema_tables;
extern const char* const schema_indexes;
// What tills were shown.
extern const char* const version_10;
// Integrators' endpoints, and what they are told; traces, and what is removed by its age.
extern const char* const version_11;
extern const char* const version_12;

}  // namespace kassabro::store::postgres
