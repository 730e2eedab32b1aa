#include "store/sql/schema_steps.hpp"

#include <algorithm>
#include <array>

namespace kassabro::store::sql {
namespace {

constexpr const char* sql_count_endpoints = "SELECT count(*) FROM webhook_endpoints";
constexpr const char* sql_count_messages = "SELECT count(*) FROM webhook_messages";
constexpr const char* sql_count_sendings = "SELECT count(*) FROM webhook_sendings WHERE state = 'pending'";

constexpr std::array gains_of_11{
    SchemaGain{"webhook_endpoints", "endpoints of integrators", sql_count_endpoints},
    SchemaGain{"webhook_messages", "messages to integrators, with their attempts", sql_count_messages},
    SchemaGain{"webhook_sendings_pending", "of them still to be sent, once for each endpoint", sql_count_sendings}};

constexpr const char* undo_11 = R"sql(
DROP INDEX quarantine_by_time;
DROP INDEX order_fetches_done;
DROP INDEX outbox_delivered;
DROP TABLE webhook_attempts;
DROP TABLE webhook_sendings;
DROP TABLE webhook_messages;
DROP TABLE webhook_endpoints;
ALTER TABLE accounts DROP COLUMN told_types;
ALTER TABLE outbox DROP COLUMN trace;
ALTER TABLE order_fetches DROP COLUMN trace;
)sql";

// Somebody may have removed them by hand: the way back and up again makes them anew.
constexpr const char* undo_12_sqlite = R"sql(
DROP TRIGGER IF EXISTS audit_log_alters_nothing;
DROP TRIGGER IF EXISTS audit_log_removes_nothing;
DROP TRIGGER IF EXISTS audit_log_replaces_nothing;
)sql";
constexpr const char* undo_12_postgres = R"sql(
DROP TRIGGER IF EXISTS audit_log_keeps_entries ON audit_log;
DROP TRIGGER IF EXISTS audit_log_keeps_all ON audit_log;
DROP FUNCTION IF EXISTS audit_log_is_kept();
)sql";

// Every version from 11 on, by its number.
constexpr std::array steps{SchemaStep{11, ProgramBefore::refused, undo_11, undo_11, gains_of_11},
                           SchemaStep{12, ProgramBefore::works, undo_12_sqlite, undo_12_postgres, {}}};

}  // namespace

const SchemaStep* find_step(int version) {
  const auto* const found = std::ranges::find(steps, version, &SchemaStep::version);
  return found == steps.end() ? nullptr : found;
}

int works_from(int version) {
  while (version > first_version_that_asks) {
    const auto* step = find_step(version);
    if (step == nullptr || step->before == ProgramBefore::refused) break;
    --version;
  }
  return version;
}

InfrastructureFailure newer_schema(int stored, int known) {
  return InfrastructureFailure("The database was written by a newer Kassabro (schema " + std::to_string(stored) +
                               ", this program knows " + std::to_string(known) +
                               "). Please upgrade, or let the newer one take it back: kassabro store rollback.");
}

InfrastructureFailure not_at(int stored, const SchemaStep& step) {
  return InfrastructureFailure("The database has schema " + std::to_string(stored) + ", not " + std::to_string(step.version) +
                               ": it was left as it is.");
}

std::vector<SchemaLoss> count_losses(Connection& connection, const SchemaStep& step) {
  std::vector<SchemaLoss> losses;
  for (const auto& gain : step.gains) {
    auto query = connection.prepare(gain.count);
    query->step();
    losses.push_back({gain.name, gain.what, query->integer(0)});
  }
  return losses;
}

}  // namespace kassabro::store::sql
