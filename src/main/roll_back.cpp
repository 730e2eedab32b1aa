#include "main/roll_back.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "main/data_folder.hpp"
#include "store/postgres/schema.hpp"
#include "store/sqlite/schema.hpp"

namespace kassabro::main {
namespace {

const store::sql::SchemaStep& step_from(int stored, int known) {
  if (stored > known) throw store::sql::newer_schema(stored, known);
  const auto* step = store::sql::find_step(stored);
  if (step == nullptr)
    throw InfrastructureFailure(fmt::format("The store has schema {}: this program knows no way back from there.", stored));
  return *step;
}

RolledBack told(store::sql::Connection& connection, const store::sql::SchemaStep& step) {
  return {step.version, step.version - 1, store::sql::count_losses(connection, step)};
}

RolledBack roll_back_file(const std::string& path, Rollback how) {
  if (!std::filesystem::exists(path)) throw InfrastructureFailure("There is no store " + path + ".");
  store::sqlite::Connection connection(path, store::sqlite::OpenMode::read_write);
  const auto& step = step_from(store::sqlite::stored_version(connection), store::sqlite::schema_version);
  auto result = told(connection, step);
  if (how == Rollback::carry_out) store::sqlite::leave(connection, step);
  return result;
}

RolledBack roll_back_server(const std::string& url, Rollback how) {
  store::postgres::Connection connection(url);
  connection.ready();
  const auto& step = step_from(store::postgres::find_stored_version(connection), store::postgres::schema_version);
  auto result = told(connection, step);
  if (how == Rollback::carry_out) store::postgres::leave(connection, step);
  return result;
}

}  // namespace

RolledBack roll_back(const Config& config, Rollback how) {
  const DataFolder folder(config.data_dir);  // nobody else's while this lasts
  return config.store_url.empty() ? roll_back_file(folder.database_path(), how) : roll_back_server(config.store_url, how);
}

}  // namespace kassabro::main
