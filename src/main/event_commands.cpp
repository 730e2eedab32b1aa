#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "base/json.hpp"
#include "http/url.hpp"
#include "main/admin_call.hpp"
#include "main/commands.hpp"

namespace kassabro::main {
namespace {

struct EventFlags {
  std::string account;
  std::string state;
  std::vector<std::string> orders;
  bool all = false;
  int limit = 100;
};

void print_fetches(const std::string& body) {
  const auto value = parse_json(body);
  if (!value) return;
  for (const auto& item : value->at("items").get_array()) {
    const auto& row = item.get_object();
    fmt::print("order {}  {}  account {}  eshop {}  attempts {}  due {}  {}\n", text_member(row, "order_id"),
               text_member(row, "state"), text_member(row, "account_id"), text_member(row, "eshop_id"),
               text_member(row, "attempts"), text_member(row, "not_before"), text_member(row, "reason"));
  }
}

// Without the bodies: they hold personal data, and --json shows them to whoever wants them.
void print_quarantine(const std::string& body) {
  const auto value = parse_json(body);
  if (!value) return;
  for (const auto& item : value->at("items").get_array()) {
    const auto& row = item.get_object();
    fmt::print("{}  {}  account {}  {}  {}\n", text_member(row, "quarantine_id"), text_member(row, "received_at"),
               text_member(row, "account_id"), text_member(row, "source"), text_member(row, "reason"));
  }
}

void print_count(const std::string& body) {
  const auto value = parse_json(body);
  if (value) fmt::print("{} orders\n", text_member(value->get_object(), "count"));
}

std::string list_target(const char* path, const EventFlags& flags) {
  std::string target = path + std::string("?limit=") + std::to_string(flags.limit);
  if (!flags.account.empty()) target += "&account=" + http::percent_encode(flags.account);
  if (!flags.state.empty()) target += "&state=" + http::percent_encode(flags.state);
  return target;
}

std::string selection_of(const EventFlags& flags) {
  json::object selection;
  if (!flags.account.empty()) selection["account"] = flags.account;
  if (flags.all) selection["all"] = "parked";
  if (!flags.orders.empty()) selection["order_ids"] = json::array(flags.orders.begin(), flags.orders.end());
  return to_json_text(selection);
}

}  // namespace

void add_event_commands(CLI::App& app, CommonOptions& common, Verb& verb) {
  auto flags = std::make_shared<EventFlags>();
  auto* events = app.add_subcommand("events", "Orders that Sitoo's events have named: list, replay, quarantine");
  events->require_subcommand(1);

  auto* list = events->add_subcommand("list", "Orders to be fetched, and what became of them; newest change first");
  list->add_option("--account", flags->account, "Of this account only");
  list->add_option("--state", flags->state, "pending, done or parked");
  list->add_option("--limit", flags->limit, "At most so many rows (100)");
  list->callback([&common, &verb, flags] {
    verb = [&common, flags] {
      const auto target = list_target("/api/v1/order-fetches", *flags);
      return print_answer(call_admin(config_of(common), http::Method::get, target, ""), common, print_fetches);
    };
  });

  auto* replay = events->add_subcommand("replay", "Fetch orders again");
  replay->add_option("orders", flags->orders, "Order ids; with --account");
  replay->add_flag("--all", flags->all, "All that are parked");
  replay->add_option("--account", flags->account, "Of this account");
  replay->callback([&common, &verb, flags] {
    verb = [&common, flags] {
      const auto answer =
          call_admin(config_of(common), http::Method::post, "/api/v1/order-fetches/replay", selection_of(*flags));
      return print_answer(answer, common, print_count);
    };
  });

  auto* quarantine = events->add_subcommand("quarantine", "What came in and could not be read; with --json as it came");
  quarantine->add_option("--account", flags->account, "Of this account only");
  quarantine->add_option("--limit", flags->limit, "At most so many rows (100)");
  quarantine->callback([&common, &verb, flags] {
    verb = [&common, flags] {
      const auto target = list_target("/api/v1/quarantine", *flags);
      return print_answer(call_admin(config_of(common), http::Method::get, target, ""), common, print_quarantine);
    };
  });
}

}  // namespace kassabro::main
