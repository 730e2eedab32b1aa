#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "base/json.hpp"
#include "http/url.hpp"
#include "main/admin_call.hpp"
#include "main/commands.hpp"

namespace kassabro::main {
namespace {

void print_findings(const std::string& body) {
  const auto value = parse_json(body);
  if (!value) return;
  const auto& items = value->at("items").get_array();
  if (items.empty()) fmt::print("Nothing is wrong.\n");
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

}  // namespace

void add_doctor_command(CLI::App& app, CommonOptions& common, Verb& verb) {
  struct Flags {
    std::string account;
    bool repair = false;
  };
  auto flags = std::make_shared<Flags>();
  auto* doctor = app.add_subcommand("doctor", "Show what has gone wrong; repair what can be repaired");
  doctor->add_option("--account", flags->account, "Of this account only");
  doctor->add_flag("--repair", flags->repair, "Write bonus fields that cannot be read anew from the ledger");
  doctor->callback([&common, &verb, flags] {
    verb = [&common, flags] {
      const auto query = flags->account.empty() ? "" : "?account=" + http::percent_encode(flags->account);
      if (flags->repair)
        return print_answer(call_admin(config_of(common), http::Method::post, "/api/v1/doctor/repair" + query, ""), common,
                            print_repaired);
      return print_answer(call_admin(config_of(common), http::Method::get, "/api/v1/doctor" + query, ""), common,
                          print_findings);
    };
  });
}

}  // namespace kassabro::main
