#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <array>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>

#include "base/json.hpp"
#include "http/url.hpp"
#include "main/admin_call.hpp"
#include "main/commands.hpp"

namespace kassabro::main {
namespace {

struct OutboxFlags {
  std::string id;
  std::map<std::string, std::string> filters;  // of the admin API: account, kind, customer ...
  std::string state;
  std::string reason;
  std::vector<std::string> ids;
  bool all = false;
  int limit = 100;
};

void print_rows(const std::string& body) {
  const auto value = parse_json(body);
  if (!value) return;
  for (const auto& item : value->at("items").get_array()) {
    const auto& row = item.get_object();
    fmt::print("{}  {}  {}  account {}  contact {}  order {}  attempts {}  due {}  {}\n", text_member(row, "delivery_id"),
               text_member(row, "state"), text_member(row, "kind"), text_member(row, "account_id"),
               text_member(row, "contact_id"), text_member(row, "order_id").empty() ? "-" : text_member(row, "order_id"),
               text_member(row, "attempts"), text_member(row, "not_before"), text_member(row, "reason"));
  }
}

void print_count(const std::string& body) {
  const auto value = parse_json(body);
  if (value) fmt::print("{} deliveries\n", text_member(value->get_object(), "count"));
}

std::string list_target(const OutboxFlags& flags) {
  std::string target = "/api/v1/deliveries?limit=" + std::to_string(flags.limit);
  for (const auto& [name, text] : flags.filters) target += "&" + name + "=" + http::percent_encode(text);
  if (!flags.state.empty()) target += "&state=" + http::percent_encode(flags.state);
  return target;
}

std::string selection_of(const OutboxFlags& flags, const char* state_of_all) {
  json::object selection;
  for (const auto& [name, text] : flags.filters) selection[name] = text;
  if (!flags.reason.empty()) selection["reason"] = flags.reason;
  if (flags.all) selection["all"] = state_of_all;
  if (!flags.ids.empty()) selection["delivery_ids"] = json::array(flags.ids.begin(), flags.ids.end());
  return to_json_text(selection);
}

constexpr std::array<std::pair<const char*, const char*>, 8> filters{{{"account", "Of this account only"},
                                                                      {"kind", "Of this kind only"},
                                                                      {"customer", "Of this contact only; with --account"},
                                                                      {"order", "Of this order only"},
                                                                      {"store", "Of orders of this store only: its id or name"},
                                                                      {"error", "Whose reason holds this text"},
                                                                      {"from", "Made at this time or later"},
                                                                      {"to", "Made before this time"}}};

void add_filters(CLI::App& command, OutboxFlags& flags) {
  for (const auto& [name, help] : filters)
    command.add_option_function<std::string>(
        std::string("--") + name, [&flags, name](const std::string& text) { flags.filters[name] = text; }, help);
}

void add_change(CLI::App& outbox, CommonOptions& common, Verb& verb, std::shared_ptr<OutboxFlags> flags, const char* name,
                const char* help, const char* state_of_all) {
  auto* change = outbox.add_subcommand(name, help);
  change->add_option("deliveries", flags->ids, "Delivery ids");
  change->add_flag("--all", flags->all, std::string("All that are ") + state_of_all + " and match the filters");
  add_filters(*change, *flags);
  change->add_option("--reason", flags->reason, "A note for those who look later");
  const std::string target = std::string("/api/v1/deliveries/") + name;
  change->callback([&common, &verb, flags, target, state_of_all] {
    verb = [&common, flags, target, state_of_all] {
      return print_answer(call_admin(config_of(common), http::Method::post, target, selection_of(*flags, state_of_all)), common,
                          print_count);
    };
  });
}

}  // namespace

void add_outbox_commands(CLI::App& app, CommonOptions& common, Verb& verb) {
  auto flags = std::make_shared<OutboxFlags>();
  auto* outbox = app.add_subcommand("outbox", "Deliveries to Rule: list, show, replay, park");
  outbox->require_subcommand(1);
  auto* list = outbox->add_subcommand("list", "Newest first");
  add_filters(*list, *flags);
  list->add_option("--state", flags->state, "pending, leased, delivered or parked");
  list->add_option("--limit", flags->limit, "At most so many rows (100)");
  list->callback([&common, &verb, flags] {
    verb = [&common, flags] {
      return print_answer(call_admin(config_of(common), http::Method::get, list_target(*flags), ""), common, print_rows);
    };
  });
  auto* show = outbox->add_subcommand("show", "One delivery: each try with its calls, and what a try would send now");
  show->add_option("delivery", flags->id, "Delivery id")->required();
  show->callback([&common, &verb, flags] {
    verb = [&common, flags] {
      return print_answer(
          call_admin(config_of(common), http::Method::get, "/api/v1/deliveries/" + http::percent_encode(flags->id), ""), common,
          [](const std::string& body) { fmt::print("{}\n", pretty_json(body)); });
    };
  });
  add_change(*outbox, common, verb, flags, "replay", "Send again what is parked or waits", "parked");
  add_change(*outbox, common, verb, flags, "park", "Set aside until replayed", "pending");
}

void add_explain_command(CLI::App& app, CommonOptions& common, Verb& verb) {
  struct Flags {
    std::string file;
    std::string account;
  };
  auto flags = std::make_shared<Flags>();
  auto* explain =
      app.add_subcommand("explain", "Show the calls to Rule that a Sitoo order causes, and which rule made each field");
  explain->add_option("order", flags->file, "File with the order as JSON")->required()->check(CLI::ExistingFile);
  explain->add_option("--account", flags->account, "With the settings of this account");
  explain->callback([&common, &verb, flags] {
    verb = [&common, flags] {
      std::ifstream in(flags->file);
      const std::string order{std::istreambuf_iterator<char>(in), {}};
      const auto target =
          "/api/v1/explain" + (flags->account.empty() ? "" : "?account=" + http::percent_encode(flags->account));
      return print_answer(call_admin(config_of(common), http::Method::post, target, order), common,
                          [](const std::string& body) { fmt::print("{}\n", pretty_json(body)); });
    };
  });
}

}  // namespace kassabro::main
