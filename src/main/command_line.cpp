#include "main/command_line.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "base/json.hpp"
#include "main/admin_call.hpp"
#include "main/commands.hpp"
#include "main/serve.hpp"

namespace kassabro::main {
namespace {

constexpr int status_failed = 1;
constexpr int status_usage = 2;

void add_serve_command(CLI::App& app, CommonOptions& common, Verb& verb) {
  auto* serve_command = app.add_subcommand("serve", "Run the server until it is stopped");
  serve_command->callback([&] { verb = [&common] { return serve(config_of(common)); }; });
}

}  // namespace

Config config_of(const CommonOptions& common) {
  auto config = load_config({common.config_file, process_environment(), common.assignments});
  if (!config) throw UsageError(config.error().field + ": " + config.error().message);
  return std::move(*config);
}

int print_answer(const AdminAnswer& answer, const CommonOptions& common, const std::function<void(const std::string&)>& table) {
  const bool good = answer.status >= 200 && answer.status < 300;
  if (!good) {
    const auto body = parse_json(answer.body);
    const auto text = body && body->is_object() ? text_member(body->get_object(), "errortext") : answer.body;
    fmt::print(stderr, "{}\n", common.as_json ? answer.body : text);
    return status_failed;
  }
  if (common.as_json)
    fmt::print("{}\n", answer.body);
  else
    table(answer.body);
  return 0;
}

int run_command_line(int argc, char** argv) {
  CLI::App app{"Kassabro connects a shop's Sitoo tills with Rule."};
  CommonOptions common;
  Verb verb;
  app.add_option("--config", common.config_file, "Settings file (TOML)");
  app.add_option("--set", common.assignments, "One setting, key=value; may be repeated")->take_all();
  app.add_flag("--json", common.as_json, "Output for machines");
  app.set_version_flag("--version", "kassabro " KASSABRO_VERSION);
  app.fallthrough();
  app.require_subcommand(1);
  add_serve_command(app, common, verb);
  add_account_commands(app, common, verb);
  add_customer_commands(app, common, verb);
  add_gdpr_commands(app, common, verb);
  add_outbox_commands(app, common, verb);
  add_event_commands(app, common, verb);
  add_job_commands(app, common, verb);
  add_history_commands(app, common, verb);
  add_reconcile_command(app, common, verb);
  add_import_commands(app, common, verb);
  add_feed_commands(app, common, verb);
  add_automation_commands(app, common, verb);
  add_marketing_commands(app, common, verb);
  add_webhook_commands(app, common, verb);
  add_explain_command(app, common, verb);
  add_mapping_command(app, common, verb);
  add_store_commands(app, common, verb);
  add_key_commands(app, common, verb);
  add_check_commands(app, common, verb);
  add_access_commands(app, common, verb);
  add_audit_commands(app, common, verb);
  add_doctor_command(app, common, verb);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : status_usage;
  }
  try {
    return verb();
  } catch (const UsageError& error) {
    fmt::print(stderr, "kassabro: {}\n", error.what());
    return status_usage;
  } catch (const std::exception& error) {
    fmt::print(stderr, "kassabro: {}\n", error.what());
    return app.got_subcommand("serve") ? status_usage : status_failed;
  }
}

}  // namespace kassabro::main
