#pragma once

namespace kassabro::store::postgres {

extern const char* const schema_tables;
extern const char* const schema_indexes;

}  // namespace kassabro::store::postgres
