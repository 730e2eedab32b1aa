#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "base/json.hpp"
#include "http/url.hpp"
#include "main/admin_call.hpp"
#include "main/commands.hpp"

namespace kassabro::main {
namespace {

void print_entries(const std::string& body) {
  const auto value = parse_json(body);
  if (!value) return;
  for (const auto& item : value->at("items").get_array()) {
    const auto& entry = item.get_object();
    fmt::print("{:>6}  {}  {:<12}  {:<15}  {}  {}  {}\n", text_member(entry, "number"), text_member(entry, "at"),
               text_member(entry, "actor"), text_member(entry, "peer"), text_member(entry, "status"),
               text_member(entry, "action"), text_member(entry, "subject"));
  }
}

void print_chains(const std::string& body) {
  const auto value = parse_json(body);
  if (!value) return;
  for (const auto& item : value->at("chains").get_array()) {
    const auto& chain = item.get_object();
    const auto broken = text_member(chain, "broken_at");
    fmt::print("account {}  {} entries  head {}  {}\n", text_member(chain, "account_id"), text_member(chain, "entries"),
               text_member(chain, "head"), broken.empty() ? "whole" : "BROKEN at entry " + broken);
  }
}

bool is_whole(const AdminAnswer& answer) {
  const auto value = parse_json(answer.body);
  return value && value->is_object() && bool_member(value->get_object(), "whole").value_or(false);
}

void add_list(CLI::App& audit, CommonOptions& common, Verb& verb) {
  struct Flags {
    std::string account, before;
    std::string limit = "100";
  };
  auto flags = std::make_shared<Flags>();
  auto* list = audit.add_subcommand("list", "What was done, newest first");
  list->add_option("--account", flags->account, "Of this account; without it what is of no one account, such as signing in");
  list->add_option("--before", flags->before, "With a smaller number than this");
  list->add_option("--limit", flags->limit, "How many at most, 100 without it");
  list->callback([&common, &verb, flags] {
    verb = [&common, flags] {
      const auto query = fmt::format("?account={}&before={}&limit={}", http::percent_encode(flags->account),
                                     http::percent_encode(flags->before), http::percent_encode(flags->limit));
      return print_answer(call_admin(config_of(common), http::Method::get, "/api/v1/audit" + query, ""), common, print_entries);
    };
  });
}

void add_verify(CLI::App& audit, CommonOptions& common, Verb& verb) {
  auto* verify = audit.add_subcommand("verify", "Is every entry as it was written, and none missing? Ends with 1 when not");
  verify->callback([&common, &verb] {
    verb = [&common] {
      const auto answer = call_admin(config_of(common), http::Method::get, "/api/v1/audit/verification", "");
      const int status = print_answer(answer, common, print_chains);
      return status != 0 ? status : is_whole(answer) ? 0 : 1;
    };
  });
}

}  // namespace

void add_audit_commands(CLI::App& app, CommonOptions& common, Verb& verb) {
  auto* audit = app.add_subcommand("audit", "Who did what: the sealed log of the admin API");
  audit->require_subcommand(1);
  add_list(*audit, common, verb);
  add_verify(*audit, common, verb);
}

}  // namespace kassabro::main
