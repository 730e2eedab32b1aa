#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "base/json.hpp"
#include "http/client.hpp"
#include "http/io_threads.hpp"
#include "http/url.hpp"
#include "main/admin_call.hpp"
#include "main/checkup.hpp"
#include "main/commands.hpp"
#include "main/options.hpp"
#include "main/run_now.hpp"

namespace kassabro::main {
namespace {

struct DoctorFlags {
  std::string account;
  bool repair = false;
};

struct Examination {
  Troubles troubles;
  std::string server = "stopped";
  json::array items;  // what has gone wrong with the data

  void add(Troubles more) { std::ranges::move(more, std::back_inserter(troubles)); }
};

std::string query_of(const DoctorFlags& flags) {
  return flags.account.empty() ? "" : "?account=" + http::percent_encode(flags.account);
}

void print_troubles(const Troubles& troubles) {
  for (const auto& trouble : troubles)
    fmt::print("{:<8} {}  {}\n         {}\n         -> {}\n", trouble.severity == Severity::error ? "ERROR" : "warning",
               trouble.code, trouble.subject, trouble.text, trouble.fix);
}

void print_items(const json::array& items) {
  for (const auto& item : items) {
    const auto& finding = item.get_object();
    fmt::print("account {}  {}  {}  {}{}\n", text_member(finding, "account_id"), text_member(finding, "ailment"),
               text_member(finding, "subject"), text_member(finding, "text"),
               bool_member(finding, "repairable").value_or(false) ? "  (--repair)" : "");
  }
}

void print_repaired(const std::string& body) {
  if (const auto value = parse_json(body)) fmt::print("{} repaired\n", text_member(value->get_object(), "count"));
}

int print_examination(const Examination& found, const CommonOptions& common) {
  if (common.as_json) {
    fmt::print("{}\n", to_json_text(json::object{
                           {"items", found.items}, {"server", found.server}, {"troubles", to_json(found.troubles)}}));
  } else {
    print_troubles(found.troubles);
    print_items(found.items);
    if (found.troubles.empty() && found.items.empty()) fmt::print("Nothing is wrong.\n");
  }
  return has_error(found.troubles) ? 1 : 0;
}

// The answer of a server that runs, or of the store itself. False: the command was wrong, which was said.
bool add_items(const Config& config, const CommonOptions& common, const DoctorFlags& flags, Examination& found) {
  AdminAnswer answer;
  try {
    answer = call_admin(config, http::Method::get, "/api/v1/doctor" + query_of(flags), "");
  } catch (const InfrastructureFailure& failure) {
    found.troubles.push_back({"server_silent", Severity::error, found.server == "running" ? "server" : config.data_dir,
                              failure.what(),
                              "Look at the server's log (journalctl -u kassabro -n 50), and restart it if it hangs."});
    return true;
  }
  const auto body = parse_json(answer.body);
  if (answer.status >= 500 || !body || !body->is_object()) {
    found.troubles.push_back({"server_silent", Severity::error, "server", "It cannot say what has gone wrong: " + answer.body,
                              "Look for request_failed in the server's log (journalctl -u kassabro -n 50)."});
    return true;
  }
  if (answer.status != 200) {
    print_answer(answer, common, {});
    return false;
  }
  found.items = body->at("items").get_array();
  return true;
}

Troubles reach_out(const Config& config, const std::vector<app::Account>& accounts, const Clock& clock) {
  auto allowed = http::AddressList::parse(config.outbound_allow);
  auto only = http::HostList::parse(config.outbound_only);
  if (!allowed || !only) return {};  // check_settings tells
  http::Client client({.allowed = std::move(*allowed), .only = std::move(*only)});
  return run_now(check_remotes(config, accounts, http::send_through(client), clock));
}

void note_server(const std::optional<RunningServer>& server, Config& config, Examination& found) {
  if (server) {
    found.server = "running";
    found.add(adopt_settings(config, *server));
    return;
  }
  found.troubles.push_back({"server_stopped", Severity::warning, config.data_dir,
                            "No server runs on the data folder: tills get no answers.",
                            "systemctl start kassabro; journalctl -u kassabro -n 50 says why it ended."});
}

int examine(const CommonOptions& common, const DoctorFlags& flags) {
  Examination found;
  auto loaded = load_config({common.config_file, process_environment(), common.assignments});
  if (!loaded) {
    found.troubles.push_back(
        {"setting_wrong", Severity::error, loaded.error().field, loaded.error().message,
         "Correct it in the settings file, the environment (KASSABRO_...) or --set; nothing else was looked at."});
    found.server = "unknown";
    return print_examination(found, common);
  }
  auto config = std::move(*loaded);
  const SystemClock clock;
  const auto server = find_running_server(config.data_dir);
  note_server(server, config, found);
  found.add(check_settings(config));
  found.add(check_files(config, common.config_file));
  found.add(check_certificate(config, clock));
  found.add(check_disks(config));
  auto look = server && !names_store_of(config, *server) ? StoreLook() : look_at_store(config);
  found.add(std::move(look.troubles));
  found.add(check_zones(config, look.accounts));
  found.add(reach_out(config, look.accounts, clock));
  // Without a server the store would be brought up to date, or made, by asking it.
  if ((server || look.is_usable) && !add_items(config, common, flags, found)) return 1;
  return print_examination(found, common);
}

}  // namespace

void add_doctor_command(CLI::App& app, CommonOptions& common, Verb& verb) {
  auto flags = std::make_shared<DoctorFlags>();
  auto* doctor = app.add_subcommand(
      "doctor",
      "Look at settings, files, disk, clock, store and connections, and show what has gone wrong; repair what can be repaired");
  doctor->add_option("--account", flags->account, "What has gone wrong of this account only");
  doctor->add_flag("--repair", flags->repair, "Write bonus fields that cannot be read anew from the ledger");
  doctor->callback([&common, &verb, flags] {
    verb = [&common, flags] {
      if (flags->repair)
        return print_answer(call_admin(config_of(common), http::Method::post, "/api/v1/doctor/repair" + query_of(*flags), ""),
                            common, print_repaired);
      return examine(common, *flags);
    };
  });
}

}  // namespace kassabro::main
