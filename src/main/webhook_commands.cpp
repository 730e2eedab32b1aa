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

struct Flags {
  std::string account, endpoint, message;
  std::string url, description, state, type, since;
  std::vector<std::string> types;
  bool enable = false, disable = false, all_types = false;
  int limit = 100;
};

std::string account_path(const Flags& flags) { return "/api/v1/accounts/" + http::percent_encode(flags.account); }

std::string endpoints_path(const Flags& flags) { return account_path(flags) + "/endpoints"; }
std::string endpoint_path(const Flags& flags) { return endpoints_path(flags) + "/" + http::percent_encode(flags.endpoint); }
std::string secret_path(const Flags& flags) { return endpoint_path(flags) + "/secret"; }
std::string rotate_path(const Flags& flags) { return secret_path(flags) + "/rotate"; }
std::string test_path(const Flags& flags) { return endpoint_path(flags) + "/test"; }
std::string recover_path(const Flags& flags) { return endpoint_path(flags) + "/recover"; }
std::string message_path(const Flags& flags) {
  return account_path(flags) + "/messages/" + http::percent_encode(flags.message);
}
std::string replay_path(const Flags& flags) { return message_path(flags) + "/replay"; }

std::string messages_path(const Flags& flags) {
  auto target = account_path(flags) + "/messages?limit=" + std::to_string(flags.limit);
  if (!flags.endpoint.empty()) target += "&endpoint=" + http::percent_encode(flags.endpoint);
  if (!flags.state.empty()) target += "&state=" + http::percent_encode(flags.state);
  if (!flags.type.empty()) target += "&type=" + http::percent_encode(flags.type);
  return target;
}

json::object object_of(const std::string& body) {
  auto value = parse_json(body);
  return value && value->is_object() ? std::move(value->get_object()) : json::object();
}

std::string or_dash(const std::string& text) { return text.empty() ? "-" : text; }

std::string types_of(const json::object& endpoint) {
  std::vector<std::string> types;
  if (const auto* list = endpoint.if_contains("types"); list != nullptr && list->is_array())
    for (const auto& type : list->get_array()) types.push_back(text_of(type).value_or(""));
  return types.empty() ? "everything" : fmt::format("{}", fmt::join(types, ","));
}

void print_endpoint(const json::object& endpoint) {
  const auto why = text_member(endpoint, "disabled_because");
  const auto failing = text_member(endpoint, "failing_since");
  fmt::print("{}  {}  {}  {}{}  {}\n", text_member(endpoint, "endpoint_id"), why.empty() ? "enabled" : "disabled (" + why + ")",
             text_member(endpoint, "url"), types_of(endpoint), failing.empty() ? "" : "  failing since " + failing,
             text_member(endpoint, "description"));
}

void print_one(const std::string& body) { print_endpoint(object_of(body)); }

void print_added(const std::string& body) {
  const auto endpoint = object_of(body);
  print_endpoint(endpoint);
  fmt::print("secret {}\n", text_member(endpoint, "secret"));
}

void print_secret(const std::string& body) {
  const auto secret = object_of(body);
  fmt::print("{}\n", text_member(secret, "secret"));
  if (const auto ends = text_member(secret, "old_secret_ends_at"); !ends.empty())
    fmt::print("until {} the one before signs as well\n", ends);
}

void print_sending(const json::object& row) {
  fmt::print("{}  {}  {}  endpoint {}  made {}  attempts {}  next {}  status {}  {}\n", text_member(row, "message_id"),
             text_member(row, "state"), text_member(row, "type"), text_member(row, "endpoint_id"),
             text_member(row, "created_at"), text_member(row, "attempts"), or_dash(text_member(row, "next_at")),
             text_member(row, "last_status"), text_member(row, "reason"));
}

template <class Print>
void print_items(const json::object& body, const char* name, Print print) {
  if (const auto* items = body.if_contains(name); items != nullptr && items->is_array())
    for (const auto& item : items->get_array()) print(item.get_object());
}

void print_endpoints(const std::string& body) { print_items(object_of(body), "items", &print_endpoint); }
void print_sendings(const std::string& body) { print_items(object_of(body), "items", &print_sending); }
void print_sent(const std::string& body) { fmt::print("sent as {}\n", text_member(object_of(body), "message_id")); }

void print_message(const std::string& body) {
  const auto message = object_of(body);
  if (const auto* payload = message.if_contains("payload")) fmt::print("{}\n", pretty_json(to_json_text(*payload)));
  print_items(message, "sendings", [](const json::object& sending) {
    print_sending(sending);
    print_items(sending, "tries", [](const json::object& tried) {
      fmt::print("  {}  {}  {} ms  status {}  {}  {}\n", text_member(tried, "number"), text_member(tried, "at"),
                 text_member(tried, "took_ms"), text_member(tried, "status"), text_member(tried, "reason"),
                 text_member(tried, "answer"));
    });
  });
}

void print_count(const std::string& body) { fmt::print("{} messages\n", text_member(object_of(body), "count")); }

json::array type_array(const Flags& flags) { return json::array(flags.types.begin(), flags.types.end()); }

std::string draft_of(const Flags& flags) {
  return to_json_text(json::object{
      {"url", flags.url}, {"description", flags.description}, {"types", type_array(flags)}, {"enabled", !flags.disable}});
}

std::string change_of(const Flags& flags) {
  json::object change;
  if (!flags.url.empty()) change["url"] = flags.url;
  if (!flags.description.empty()) change["description"] = flags.description;
  if (!flags.types.empty() || flags.all_types) change["types"] = type_array(flags);
  if (flags.enable || flags.disable) change["enabled"] = flags.enable;
  return to_json_text(change);
}

std::string replay_of(const Flags& flags) {
  json::object body;
  if (!flags.endpoint.empty()) body["endpoint_id"] = flags.endpoint;
  return to_json_text(body);
}

std::string recover_of(const Flags& flags) { return to_json_text(json::object{{"since", flags.since}}); }

// One command: what it calls, and how its answer is shown.
struct Operation {
  http::Method method;
  std::string (*target)(const Flags&);
  std::string (*body)(const Flags&);
  void (*print)(const std::string&);
};

std::string no_body(const Flags&) { return {}; }
std::string no_members(const Flags&) { return "{}"; }
void print_nothing(const std::string&) {}

class Commands {
 public:
  Commands(CLI::App& parent, CommonOptions& common, Verb& verb) : parent_(parent), common_(common), verb_(verb) {}

  // --account is there already; the other flags are the caller's to add.
  CLI::App* add(const char* name, const char* help, Operation operation) {
    auto* command = parent_.add_subcommand(name, help);
    command->add_option("--account", flags_->account, "Whose")->required();
    command->callback([&common = common_, &verb = verb_, flags = flags_, operation] {
      verb = [&common, flags, operation] {
        return print_answer(call_admin(config_of(common), operation.method, operation.target(*flags), operation.body(*flags)),
                            common, operation.print);
      };
    });
    return command;
  }
  CLI::App* add_of_endpoint(const char* name, const char* help, Operation operation) {
    auto* command = add(name, help, operation);
    command->add_option("endpoint", flags_->endpoint, "Its id; `webhook list` shows it")->required();
    return command;
  }
  CLI::App* add_of_message(const char* name, const char* help, Operation operation) {
    auto* command = add(name, help, operation);
    command->add_option("message", flags_->message, "Its id; `webhook messages` shows it")->required();
    return command;
  }
  Flags& flags() { return *flags_; }

 private:
  CLI::App& parent_;
  CommonOptions& common_;
  Verb& verb_;
  std::shared_ptr<Flags> flags_ = std::make_shared<Flags>();
};

void add_endpoint_commands(Commands& commands) {
  using enum http::Method;
  auto& flags = commands.flags();
  commands.add("list", "The endpoints, and how they are", {get, &endpoints_path, &no_body, &print_endpoints});
  auto* add = commands.add("add", "Tell an integrator what happens from now on; prints the secret",
                           {post, &endpoints_path, &draft_of, &print_added});
  add->add_option("url", flags.url, "https://…")->required();
  add->add_flag("--disable", flags.disable, "Send nothing yet");
  auto* set = commands.add_of_endpoint("set", "Change an endpoint; what is not named stays",
                                       {patch, &endpoint_path, &change_of, &print_one});
  set->add_option("--url", flags.url, "https://…");
  set->add_flag("--all-types", flags.all_types, "Tell it everything");
  auto* enable = set->add_flag("--enable", flags.enable, "Send to it again");
  set->add_flag("--disable", flags.disable, "Send nothing")->excludes(enable);
  for (auto* command : {add, set}) {
    command->add_option("--type", flags.types, "What it is told, as order.completed; may be repeated");
    command->add_option("--description", flags.description, "What it is for");
  }
  commands.add_of_endpoint("remove", "Delete an endpoint, and what was to be sent to it",
                           {delete_, &endpoint_path, &no_body, &print_nothing});
  commands.add_of_endpoint("secret", "By what it verifies our signatures", {get, &secret_path, &no_body, &print_secret});
  commands.add_of_endpoint("rotate", "A new secret; for 24 hours the old one signs as well",
                           {post, &rotate_path, &no_members, &print_secret});
  commands.add_of_endpoint("test", "Send it a message to try it", {post, &test_path, &no_members, &print_sent});
}

void add_message_commands(Commands& commands) {
  using enum http::Method;
  auto& flags = commands.flags();
  auto* list =
      commands.add("messages", "What was told, or is to be; newest first", {get, &messages_path, &no_body, &print_sendings});
  list->add_option("--endpoint", flags.endpoint, "To this endpoint only");
  list->add_option("--state", flags.state, "pending, delivered or failed");
  list->add_option("--type", flags.type, "Of this type only, as order.completed");
  list->add_option("--limit", flags.limit, "Rows at most");
  commands.add_of_message("show", "What it says, and each attempt", {get, &message_path, &no_body, &print_message});
  auto* replay =
      commands.add_of_message("replay", "Send it again now, with the same id", {post, &replay_path, &replay_of, &print_count});
  replay->add_option("--endpoint", flags.endpoint, "To this endpoint only");
  auto* recover = commands.add_of_endpoint("recover", "Send again all that has failed since a time",
                                           {post, &recover_path, &recover_of, &print_count});
  recover->add_option("--since", flags.since, "As 2026-11-24T12:00:00Z")->required();
}

}  // namespace

void add_webhook_commands(CLI::App& app, CommonOptions& common, Verb& verb) {
  auto* webhook = app.add_subcommand("webhook", "Tell integrators what happens (docs/webhooks.md)");
  webhook->require_subcommand(1);
  Commands commands(*webhook, common, verb);
  add_endpoint_commands(commands);
  add_message_commands(commands);
}

}  // namespace kassabro::main
