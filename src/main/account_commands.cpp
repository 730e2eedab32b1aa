#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <array>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <vector>

#include "base/json.hpp"
#include "main/admin_call.hpp"
#include "main/commands.hpp"
#include "main/secret_argument.hpp"

namespace kassabro::main {
namespace {

struct SecretOption {
  std::string option;
  std::string member;
  std::string given;
};

struct AccountFlags {
  std::string id;
  json::object draft;
  std::vector<SecretOption> secrets;
  std::string settings;
};

void print_connection(const std::string& body) {
  const auto value = parse_json(body);
  if (!value) return;
  for (const auto& [key, member] : value->get_object()) {
    const auto text = text_of(member).value_or(to_json_text(member));
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

struct MemberOption {
  const char* option;
  const char* member;
  const char* help;
  const char* usual;  // what a shop has that was added without it
};

constexpr std::array<MemberOption, 7> member_options{{
    {"--name", "name", "The shop's name", ""},
    {"--sitoo-base-url", "sitoo_base_url", "Base URL of Sitoo REST", ""},
    {"--sitoo-api-id", "sitoo_api_id", "API id of Sitoo REST", ""},
    {"--eshop-id", "eshop_id", "Sitoo's e-shop id", "1"},
    {"--country", "country", "Country of the shop", "SE"},
    {"--currency", "currency", "Currency of the shop", "SEK"},
    {"--time-zone", "time_zone", "Time zone of the shop", "Europe/Stockholm"},
}};

void add_text_option(CLI::App& command, AccountFlags& flags, const char* option, const char* member, const std::string& help) {
  command.add_option_function<std::string>(
      option, [&flags, member](const std::string& value) { flags.draft[member] = value; }, help);
}

// Not shown in the list of processes when it comes from a file or the standard input.
void add_secret_option(CLI::App& command, AccountFlags& flags, const char* option, const char* member, std::string_view help) {
  command.add_option_function<std::string>(
      option, [&flags, option, member](const std::string& given) { flags.secrets.push_back({option, member, given}); },
      fmt::format("{}; @FILE, or - for the standard input", help));
}

enum class Usual { is_told, is_not };

// What may be said of a shop when it is added and later.
void add_member_options(CLI::App& command, AccountFlags& flags, Usual usual) {
  for (const auto& row : member_options) {
    const bool tells = usual == Usual::is_told && *row.usual != '\0';
    add_text_option(command, flags, row.option, row.member, tells ? fmt::format("{} ({})", row.help, row.usual) : row.help);
  }
  add_secret_option(command, flags, "--sitoo-password", "sitoo_password", "API password of Sitoo REST");
  command.add_option("--settings", flags.settings, "Settings as JSON, or @FILE; null deletes a member");
}

// Files are read when the command runs, so that one that is missing is an error of usage like any other.
std::string draft_text(const AccountFlags& flags) {
  auto draft = flags.draft;
  for (const auto& secret : flags.secrets) draft[secret.member] = read_secret(secret.option, secret.given, std::cin);
  if (!flags.settings.empty()) draft["settings"] = read_settings(flags.settings);
  return to_json_text(draft);
}

std::string change_text(const AccountFlags& flags) {
  if (flags.draft.empty() && flags.secrets.empty() && flags.settings.empty())
    throw UsageError("account set: there is nothing to set");
  return draft_text(flags);
}

}  // namespace

json::value read_settings(const std::string& given) {
  auto text = given;
  if (given.starts_with('@')) {
    std::ifstream file(given.substr(1));
    if (!file) throw UsageError("--settings: the file " + given.substr(1) + " cannot be read");
    text.assign(std::istreambuf_iterator<char>(file), {});
  }
  auto value = parse_json(text);
  if (!value) throw UsageError("--settings: " + value.error().message);
  return std::move(*value);
}

void add_account_commands(CLI::App& app, CommonOptions& common, Verb& verb) {
  auto flags = std::make_shared<AccountFlags>();
  auto* account = app.add_subcommand("account", "Shops: add, set, list, show, remove; changes, undo, preview, defaults");
  account->require_subcommand(1);
  add_change_commands(*account, common, verb);

  auto* add = account->add_subcommand("add", "Add a shop and print what to paste into Sitoo");
  add_secret_option(*add, *flags, "--rule-api-key", "rule_api_key", "Key from Rule's developer page");
  add_member_options(*add, *flags, Usual::is_told);
  add->callback([&, flags] {
    verb = [&common, flags] {
      return print_answer(call_admin(config_of(common), http::Method::post, "/api/v1/accounts", draft_text(*flags)), common,
                          print_connection);
    };
  });

  auto* set = account->add_subcommand("set", "Change a shop: what is named here, and nothing else");
  set->add_option("account", flags->id, "Account id")->required();
  add_secret_option(*set, *flags, "--rule-api-key", "rule_api_key", "Another key of the same Rule account");
  add_member_options(*set, *flags, Usual::is_not);
  set->callback([&, flags] {
    verb = [&common, flags] {
      return print_answer(
          call_admin(config_of(common), http::Method::patch, "/api/v1/accounts/" + flags->id, change_text(*flags)), common,
          print_connection);
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
