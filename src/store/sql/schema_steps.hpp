#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "store/sql/connection.hpp"

namespace kassabro::store::sql {

// Something that a schema version has brought, and that goes with it.
struct SchemaGain {
  std::string_view name;  // "webhook_endpoints"
  std::string_view what;  // in words, in the plural
  const char* count;      // SQL: one number
};

// May the program of the version before work with a database of this version as it is?
enum class ProgramBefore {
  refused,  // it would do wrong by not knowing what is new, such as people's data that an erasure must find
  works,    // the version only adds: tables, indexes, columns with a default
};

// How a schema version is left for the one before it (docs/adr/0022): SQL that takes away all that the version has added, and nothing else.
struct SchemaStep {
  int version;
  ProgramBefore before;
  const char* undo_sqlite;
  const char* undo_postgres;
  std::span<const SchemaGain> gains;
};

// Null: there is no way back from this version.
const SchemaStep* find_step(int version);

// Programs from this schema version on ask a newer database whether they may work with it; earlier ones refuse it.
inline constexpr int first_version_that_asks = 11;

// The oldest schema version whose program works with a database of `version`.
int works_from(int version);

InfrastructureFailure newer_schema(int stored, int known);
InfrastructureFailure not_at(int stored, const SchemaStep& step);

struct SchemaLoss {
  std::string_view name;
  std::string_view what;
  std::int64_t rows = 0;
};
// What leaving the step would lose, as the database stands.
std::vector<SchemaLoss> count_losses(Connection& connection, const SchemaStep& step);

}  // namespace kassabro::store::sql
