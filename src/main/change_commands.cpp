#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "base/json.hpp"
#include "http/url.hpp"
#include "main/admin_call.hpp"
#include "main/commands.hpp"

namespace kassabro::main {
namespace {

struct ChangeFlags {
  std::string account;
  std::string change;
  std::string settings;
  std::string order;
};

std::string value_text(const json::object& member, const char* name) {
  if (member.at("secret").as_bool()) return "(secret)";
  return member.at(name).is_null() ? "(not set)" : to_json_text(member.at(name));
}

void print_changes(const std::string& body) {
  const auto value = parse_json(body);
  if (!value) return;
  for (const auto& item : value->at("items").get_array()) {
    const auto& change = item.get_object();
    const bool undone = change.at("undone").as_bool();
    fmt::print("{}  {}  {}{}\n", text_member(change, "change_id"), text_member(change, "at"), text_member(change, "author"),
               undone ? "  (undone)" : "");
    for (const auto& member : change.at("members").as_array())
      fmt::print("    {}: {} -> {}\n", text_member(member.get_object(), "member"), value_text(member.get_object(), "before"),
                 value_text(member.get_object(), "after"));
  }
}

void print_whole(const std::string& body) { fmt::print("{}\n", pretty_json(body)); }

std::string preview_text(const ChangeFlags& flags) {
  json::object request;
  if (!flags.order.empty()) request["order_id"] = flags.order;
  if (flags.settings.empty()) return to_json_text(request);
  request["settings"] = read_settings(flags.settings);
  return to_json_text(request);
}

std::string account_path(const ChangeFlags& flags) { return "/api/v1/accounts/" + http::percent_encode(flags.account); }

}  // namespace

void add_change_commands(CLI::App& account, CommonOptions& common, Verb& verb) {
  auto flags = std::make_shared<ChangeFlags>();
  auto* changes = account.add_subcommand("changes", "Who changed what of a shop, newest first");
  changes->add_option("account", flags->account, "Account id")->required();
  changes->callback([&common, &verb, flags] {
    verb = [&common, flags] {
      return print_answer(call_admin(config_of(common), http::Method::get, account_path(*flags) + "/changes", ""), common,
                          print_changes);
    };
  });

  auto* undo = account.add_subcommand("undo", "Put back what a change replaced");
  undo->add_option("account", flags->account, "Account id")->required();
  undo->add_option("change", flags->change, "Change id, as `account changes` tells it")->required();
  undo->callback([&common, &verb, flags] {
    verb = [&common, flags] {
      const auto target = account_path(*flags) + "/changes/" + http::percent_encode(flags->change) + "/undo";
      return print_answer(call_admin(config_of(common), http::Method::post, target, ""), common,
                          [](const std::string&) { fmt::print("undone\n"); });
    };
  });

  auto* preview = account.add_subcommand("preview", "What an order would tell Rule with other settings; saves nothing");
  preview->add_option("account", flags->account, "Account id")->required();
  preview->add_option("--settings", flags->settings, "Settings as JSON, or @FILE, merged into the shop's");
  preview->add_option("--order", flags->order, "Order id (the latest of a known customer)");
  preview->callback([&common, &verb, flags] {
    verb = [&common, flags] {
      return print_answer(
          call_admin(config_of(common), http::Method::post, account_path(*flags) + "/preview", preview_text(*flags)), common,
          print_whole);
    };
  });

  auto* defaults = account.add_subcommand("defaults", "The settings of a shop that has set nothing");
  defaults->callback([&common, &verb] {
    verb = [&common] {
      return print_answer(call_admin(config_of(common), http::Method::get, "/api/v1/settings/defaults", ""), common,
                          print_whole);
    };
  });
}

}  // namespace kassabro::main
