#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "base/json.hpp"
#include "main/backup.hpp"
#include "main/commands.hpp"
#include "main/data_folder.hpp"
#include "main/roll_back.hpp"
#include "store/postgres/store.hpp"
#include "store/transfer/transfer.hpp"

namespace kassabro::main {
namespace {

struct StoreFlags {
  std::string folder;
  std::string url;
  bool with_key = false;
  bool replace = false;
  bool yes = false;
};

// What was done, as a line for people or as an object for machines.
int told(const CommonOptions& common, const std::string& line, const json::object& object) {
  fmt::print("{}\n", common.as_json ? to_json_text(object) : line);
  return 0;
}

int copy_store(const CommonOptions& common, const std::string& url) {
  if (!url.starts_with("postgresql://") && !url.starts_with("postgres://"))
    throw UsageError("--to: this is not an address that begins with postgresql://.");
  const DataFolder folder(config_of(common).data_dir);  // nobody writes to it meanwhile
  std::int64_t rows = 0;
  json::object tables;
  store::transfer::transfer(folder.database_path(), url, [&](const store::transfer::TransferredTable& table) {
    if (!common.as_json) fmt::print("{:<20} {:>12} rows, the same in both\n", table.name, table.rows);
    std::fflush(stdout);
    tables[table.name] = table.rows;
    rows += table.rows;
  });
  // Leaves the key's mark, so that no node with another key is the first.
  const store::postgres::PostgresStore copy(url, store::Vault::open_or_create(folder.key_path()));
  return told(common,
              fmt::format("{} rows copied and compared. Set store.url to the new address, and give each node the key file {}.",
                          rows, folder.key_path()),
              {{"rows", rows}, {"tables", std::move(tables)}});
}

void tell_losses(const RolledBack& way) {
  fmt::print(
      "The store has schema {}. Going back to schema {} keeps customers, orders, bonus checks and what is still to be told to "
      "Rule. What goes:{}\n",
      way.from, way.to, way.losses.empty() ? " nothing." : "");
  for (const auto& loss : way.losses) fmt::print("{:>12} {}\n", loss.rows, loss.what);
}

int roll_back_store(const CommonOptions& common, bool yes) {
  const auto way = roll_back(config_of(common), yes ? Rollback::carry_out : Rollback::look);
  json::object lost;
  for (const auto& loss : way.losses) lost[loss.name] = loss.rows;
  if (!common.as_json) tell_losses(way);
  const auto line =
      yes ? fmt::format("The store has schema {} now. Start the Kassabro of before: this one would bring it up again.", way.to)
          : std::string("Nothing was changed: say --yes to go back.");
  told(common, line, {{"from", way.from}, {"to", way.to}, {"done", yes}, {"lost", std::move(lost)}});
  return yes ? 0 : 1;
}

}  // namespace

void add_store_commands(CLI::App& app, CommonOptions& common, Verb& verb) {
  auto flags = std::make_shared<StoreFlags>();

  auto* backup = app.add_subcommand("backup", "A copy of the store in the data folder, while the server runs or not");
  backup->add_option("folder", flags->folder, "A new folder for it")->required();
  backup->add_flag("--with-key", flags->with_key, "The key file too; better kept apart");
  backup->callback([&, flags] {
    verb = [&, flags] {
      back_up(config_of(common), flags->folder, flags->with_key);
      return told(common, "Backed up to " + flags->folder + ", and looked through: it is whole.", {{"folder", flags->folder}});
    };
  });

  auto* restoring = app.add_subcommand("restore", "Puts a copy back; the server must not run");
  restoring->add_option("folder", flags->folder, "What backup has made")->required();
  restoring->add_flag("--replace", flags->replace, "Even where there is a store: it is gone then");
  restoring->callback([&, flags] {
    verb = [&, flags] {
      const auto config = config_of(common);
      restore(config, flags->folder, flags->replace);
      return told(common, "Restored " + config.data_dir + ".", {{"data_dir", config.data_dir}});
    };
  });

  auto* store = app.add_subcommand("store", "The store: copy, rollback");
  store->require_subcommand(1);
  auto* copy = store->add_subcommand(
      "copy", "From SQLite in the data folder to PostgreSQL, compared row by row; the server must not run");
  copy->add_option("--to", flags->url, "postgresql://...")->required();
  copy->callback([&, flags] { verb = [&, flags] { return copy_store(common, flags->url); }; });
  auto* rollback = store->add_subcommand(
      "rollback", "Back by one schema version, for the Kassabro of before; tells what is lost; no server may run");
  rollback->add_flag("--yes", flags->yes, "Do it");
  rollback->callback([&, flags] { verb = [&, flags] { return roll_back_store(common, flags->yes); }; });
}

}  // namespace kassabro::main
