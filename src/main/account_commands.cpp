#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "base/json.hpp"
#include "main/admin_call.hpp"
#include "main/commands.hpp"

namespace kassabro::main {
namespace {

struct AccountFlags {
  std::string id;
  json::object draft;
};

void print_connection(const std::string& body) {
  const auto value = parse_json(body);
  if (!value) return;
  for (const auto& [key, member] : value->get_object()) {
    const auto text = text_of(member).value_or("");
    if (key == "pos_yaml")
      fmt::print("pos_yaml:\n{}", text);
    else
      fmt::print("{}: {}\n", std::string_view(key.data(), key.size()), text);
  }
}

void print_list(const std::string& body) {
  const auto value = parse_json(body);
  if (!value) return;
  for (const auto& item : value->at("items").get_array()) {
    const auto& account = item.get_object();
    fmt::print("{}  {}  {}  {}\n", text_member(account, "account_id"), text_member(account, "status"),
               text_member(account, "country"), text_member(account, "name"));
  }
}

void add_draft_option(CLI::App& command, AccountFlags& flags, const char* option, const char* member, const char* help) {
  command.add_option_function<std::string>(
      option, [&flags, member](const std::string& value) { flags.draft[member] = value; }, help);
}

}  // namespace

void add_account_commands(CLI::App& app, CommonOptions& common, Verb& verb) {
  auto flags = std::make_shared<AccountFlags>();
  auto* account = app.add_subcommand("account", "Shops: add, list, show, remove");
  account->require_subcommand(1);

  auto* add = account->add_subcommand("add", "Add a shop and print what to paste into Sitoo");
  add_draft_option(*add, *flags, "--name", "name", "The shop's name");
  add_draft_option(*add, *flags, "--rule-api-key", "rule_api_key", "Key from Rule's developer page");
  add_draft_option(*add, *flags, "--sitoo-base-url", "sitoo_base_url", "Base URL of Sitoo REST");
  add_draft_option(*add, *flags, "--sitoo-api-id", "sitoo_api_id", "API id of Sitoo REST");
  add_draft_option(*add, *flags, "--sitoo-password", "sitoo_password", "API password of Sitoo REST");
  add_draft_option(*add, *flags, "--eshop-id", "eshop_id", "Sitoo's e-shop id (1)");
  add_draft_option(*add, *flags, "--country", "country", "Country of the shop (SE)");
  add_draft_option(*add, *flags, "--currency", "currency", "Currency of the shop (SEK)");
  add_draft_option(*add, *flags, "--time-zone", "time_zone", "Time zone of the shop (Europe/Stockholm)");
  add->callback([&, flags] {
    verb = [&common, flags] {
      return print_answer(call_admin(config_of(common), http::Method::post, "/api/v1/accounts", to_json_text(flags->draft)),
                          common, print_connection);
    };
  });

  auto* list = account->add_subcommand("list", "All shops");
  list->callback([&] {
    verb = [&common] {
      return print_answer(call_admin(config_of(common), http::Method::get, "/api/v1/accounts", ""), common, print_list);
    };
  });

  auto* show = account->add_subcommand("show", "One shop, with what to paste into Sitoo");
  show->add_option("account", flags->id, "Account id")->required();
  show->callback([&, flags] {
    verb = [&common, flags] {
      return print_answer(call_admin(config_of(common), http::Method::get, "/api/v1/accounts/" + flags->id, ""), common,
                          print_connection);
    };
  });

  auto* remove = account->add_subcommand("remove", "Remove a shop with all its data");
  remove->add_option("account", flags->id, "Account id")->required();
  remove->callback([&, flags] {
    verb = [&common, flags] {
      return print_answer(call_admin(config_of(common), http::Method::delete_, "/api/v1/accounts/" + flags->id, ""), common,
                          [](const std::string&) { fmt::print("removed\n"); });
    };
  });
}

}  // namespace kassabro::main
