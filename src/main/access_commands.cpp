#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "base/json.hpp"
#include "http/url.hpp"
#include "main/admin_call.hpp"
#include "main/commands.hpp"

namespace kassabro::main {
namespace {

constexpr const char* users_path = "/api/v1/users";
constexpr const char* tokens_path = "/api/v1/tokens";

template <class Print>
void print_items(const std::string& body, Print print) {
  const auto value = parse_json(body);
  if (!value) return;
  for (const auto& item : value->at("items").get_array()) print(item.get_object());
}

void print_users(const std::string& body) {
  print_items(body, [](const json::object& user) {
    fmt::print("{:<20}  {:<10}  since {}\n", text_member(user, "name"), text_member(user, "role"),
               text_member(user, "created_at"));
  });
}

void print_tokens(const std::string& body) {
  print_items(body, [](const json::object& token) {
    std::vector<std::string> scopes;
    for (const auto& scope : token.at("scopes").get_array()) scopes.push_back(text_of(scope).value_or(""));
    const auto ends = text_member(token, "expires_at");
    fmt::print("{:<20}  {}  {}\n", text_member(token, "name"), fmt::join(scopes, ","),
               ends.empty() ? "for ever" : "until " + ends);
  });
}

// A secret that is told this once.
std::function<void(const std::string&)> print_secret(std::string name) {
  return [name = std::move(name)](const std::string& body) {
    if (const auto value = parse_json(body)) fmt::print("{}\n", text_member(value->get_object(), name));
  };
}

void print_nothing(const std::string& /*body*/) {}

void add_list(CLI::App& parent, CommonOptions& common, Verb& verb, const char* path, void (*print)(const std::string&)) {
  parent.add_subcommand("list", "All there are")->callback([&common, &verb, path, print] {
    verb = [&common, path, print] {
      return print_answer(call_admin(config_of(common), http::Method::get, path, ""), common, print);
    };
  });
}

void add_remove(CLI::App& parent, CommonOptions& common, Verb& verb, std::string path) {
  auto name = std::make_shared<std::string>();
  auto* remove = parent.add_subcommand("remove", "Ends at once what it allowed");
  remove->add_option("name", *name, "Its name")->required();
  remove->callback([&common, &verb, name, path] {
    verb = [&common, name, path] {
      const auto target = path + "/" + http::percent_encode(*name);
      return print_answer(call_admin(config_of(common), http::Method::delete_, target, ""), common, print_nothing);
    };
  });
}

void add_user_add(CLI::App& parent, CommonOptions& common, Verb& verb) {
  struct Flags {
    std::string name, role;
  };
  auto flags = std::make_shared<Flags>();
  auto* add = parent.add_subcommand("add", "Make a user; prints the password to hand on");
  add->add_option("name", flags->name, "1 to 64 of a to z, 0 to 9, dot, underscore and hyphen")->required();
  add->add_option("--role", flags->role, "owner, marketer, support or read_only")->required();
  add->callback([&common, &verb, flags] {
    verb = [&common, flags] {
      const auto body = to_json_text(json::object{{"name", flags->name}, {"role", flags->role}});
      return print_answer(call_admin(config_of(common), http::Method::post, users_path, body), common,
                          print_secret("password"));
    };
  });
}

void add_token_add(CLI::App& parent, CommonOptions& common, Verb& verb) {
  struct Flags {
    std::string name;
    std::vector<std::string> scopes;
    std::optional<int> days;
  };
  auto flags = std::make_shared<Flags>();
  auto* add = parent.add_subcommand("add", "Make a token for a program; prints it this once");
  add->add_option("name", flags->name, "What it is for")->required();
  add->add_option("--scope", flags->scopes,
                  "read, customers, erase, deliveries, marketing, jobs, imports, accounts, audit or access; may be repeated")
      ->required();
  add->add_option("--days", flags->days, "It ends after so many days; without it never");
  add->callback([&common, &verb, flags] {
    verb = [&common, flags] {
      json::object body{{"name", flags->name}, {"scopes", json::array(flags->scopes.begin(), flags->scopes.end())}};
      if (flags->days) body["days"] = *flags->days;
      return print_answer(call_admin(config_of(common), http::Method::post, tokens_path, to_json_text(body)), common,
                          print_secret("token"));
    };
  });
}

}  // namespace

void add_access_commands(CLI::App& app, CommonOptions& common, Verb& verb) {
  auto* user = app.add_subcommand("user", "Who may open the admin pages besides the owner");
  user->require_subcommand(1);
  add_list(*user, common, verb, users_path, &print_users);
  add_user_add(*user, common, verb);
  add_remove(*user, common, verb, users_path);
  auto* token = app.add_subcommand("token", "What programs present to the admin API");
  token->require_subcommand(1);
  add_list(*token, common, verb, tokens_path, &print_tokens);
  add_token_add(*token, common, verb);
  add_remove(*token, common, verb, tokens_path);
}

}  // namespace kassabro::main
