#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <string>

#include "base/json.hpp"
#include "main/config.hpp"

namespace kassabro::main {

// What every verb has.
struct CommonOptions {
  std::string config_file;
  std::vector<std::string> assignments;
  bool as_json = false;
};

// The verb that was chosen, to be run once the whole line is read.
using Verb = std::function<int()>;

void add_account_commands(CLI::App& app, CommonOptions& common, Verb& verb);
void add_customer_commands(CLI::App& app, CommonOptions& common, Verb& verb);
void add_gdpr_commands(CLI::App& app, CommonOptions& common, Verb& verb);
void add_change_commands(CLI::App& account, CommonOptions& common, Verb& verb);
void add_marketing_commands(CLI::App& app, CommonOptions& common, Verb& verb);
void add_outbox_commands(CLI::App& app, CommonOptions& common, Verb& verb);
void add_event_commands(CLI::App& app, CommonOptions& common, Verb& verb);
void add_access_commands(CLI::App& app, CommonOptions& common, Verb& verb);
void add_audit_commands(CLI::App& app, CommonOptions& common, Verb& verb);
void add_doctor_command(CLI::App& app, CommonOptions& common, Verb& verb);
void add_job_commands(CLI::App& app, CommonOptions& common, Verb& verb);
void add_history_commands(CLI::App& app, CommonOptions& common, Verb& verb);
void add_reconcile_command(CLI::App& app, CommonOptions& common, Verb& verb);
void add_import_commands(CLI::App& app, CommonOptions& common, Verb& verb);
void add_feed_commands(CLI::App& app, CommonOptions& common, Verb& verb);
void add_automation_commands(CLI::App& app, CommonOptions& common, Verb& verb);
void add_store_commands(CLI::App& app, CommonOptions& common, Verb& verb);
void add_key_commands(CLI::App& app, CommonOptions& common, Verb& verb);
void add_check_commands(CLI::App& app, CommonOptions& common, Verb& verb);
void add_webhook_commands(CLI::App& app, CommonOptions& common, Verb& verb);
void add_explain_command(CLI::App& app, CommonOptions& common, Verb& verb);
void add_mapping_command(CLI::App& app, CommonOptions& common, Verb& verb);

// What `--settings` was given: JSON, or "@FILE" that holds it. Throws UsageError.
json::value read_settings(const std::string& given);

// Exits the verb with status 2 when the settings are wrong.
Config config_of(const CommonOptions& common);

// Prints the answer of an admin operation: raw with --json, through `table` otherwise; an error answer as one readable line.
struct AdminAnswer;
int print_answer(const AdminAnswer& answer, const CommonOptions& common,
                 const std::function<void(const std::string& body)>& table);

// Thrown for wrong usage: status 2.
struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace kassabro::main
