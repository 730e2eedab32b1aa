#include <CLI/CLI.hpp>
#include <memory>

#include "main/commands.hpp"
#include "main/watch_job.hpp"

namespace kassabro::main {

void add_history_commands(CLI::App& app, CommonOptions& common, Verb& verb) {
  auto wanted = std::make_shared<WindowedJob>();
  auto* history = app.add_subcommand("history", "Orders that were made before the shop was connected");
  history->require_subcommand(1);
  auto* command = history->add_subcommand("sync", "Bring them over to Rule, in the background; nothing is sent to customers");
  command->add_option("--account", wanted->account, "The account's id")->required();
  command->add_option("--from", wanted->from, "First day, such as 2025-01-01; without it from the beginning");
  command->add_option("--to", wanted->to, "Last day; without it up to now");
  command->add_flag("--wait", wanted->wait, "Show how far it is, until it is done");
  command->callback([&common, &verb, wanted] {
    verb = [&common, wanted] { return run_windowed_job(common, *wanted, "history", "The old orders are being brought over."); };
  });
}

void add_reconcile_command(CLI::App& app, CommonOptions& common, Verb& verb) {
  auto wanted = std::make_shared<WindowedJob>();
  auto* command = app.add_subcommand("reconcile", "Find the sales in Sitoo that Kassabro was never told of, and fetch them");
  command->add_option("--account", wanted->account, "The account's id")->required();
  command->add_option("--from", wanted->from, "First day, such as 2025-01-01; without it the last seven days");
  command->add_option("--to", wanted->to, "Last day; without it up to now");
  command->add_flag("--wait", wanted->wait, "Show how far it is, until it is done");
  command->callback([&common, &verb, wanted] {
    verb = [&common, wanted] {
      return run_windowed_job(common, *wanted, "reconcile", "The orders are being compared with Sitoo's.");
    };
  });
}

}  // namespace kassabro::main
