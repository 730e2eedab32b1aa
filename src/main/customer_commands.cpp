#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "base/json.hpp"
#include "http/url.hpp"
#include "main/admin_call.hpp"
#include "main/commands.hpp"

namespace kassabro::main {
namespace {

struct CustomerFlags {
  std::string account;
  std::string key;
  std::string id;
  std::string before;
  int limit = 100;
};

void print_found(const std::string& body) {
  const auto value = parse_json(body);
  if (!value) return;
  const auto& items = value->at("items").get_array();
  if (items.empty()) fmt::print("Nobody has exactly this e-mail address, phone number, member number or id.\n");
  for (const auto& item : items) {
    const auto& person = item.get_object();
    fmt::print("{}  {} {}  {}  {}  {}\n", text_member(person, "contact_id"), text_member(person, "first_name"),
               text_member(person, "last_name"), text_member(person, "email"), text_member(person, "mobile"),
               text_member(person, "member_number"));
  }
}

// The one text that says what a line of the timeline is about.
std::string subject_of(const json::object& happening) {
  for (const auto* name : {"delivery_id", "check_id", "order_id"})
    if (auto text = text_member(happening, name); !text.empty()) return std::string(name) + " " + text;
  if (auto times = text_member(happening, "times"); !times.empty()) return "times " + times;
  return "version " + text_member(happening, "version");
}

// "sitoo_v1 store 17 register 2 staff kim", as far as the till tells.
std::string words_of_origin(const json::object& origin) {
  auto words = text_member(origin, "source");
  for (const auto* name : {"store", "register", "staff"})
    if (const auto text = text_member(origin, name); !text.empty()) words += " " + std::string(name) + " " + text;
  return words;
}

std::string detail_of(const json::object& happening) {
  if (const auto* tried = find_member(happening, "attempt"); tried != nullptr && tried->is_object())
    return text_member(happening, "kind") + ": " + text_member(tried->get_object(), "outcome") + " " +
           text_member(tried->get_object(), "reason");
  if (const auto* bonus = find_member(happening, "bonus"); bonus != nullptr && bonus->is_object())
    return text_member(bonus->get_object(), "kind") + " " + text_member(bonus->get_object(), "change");
  if (const auto* origin = find_member(happening, "origin"); origin != nullptr && origin->is_object())
    return words_of_origin(origin->get_object());
  const auto total = text_member(happening, "total");
  return total.empty() ? text_member(happening, "kind") + text_member(happening, "event_type")
                       : total + " " + text_member(happening, "currency");
}

void print_timeline(const std::string& body) {
  const auto value = parse_json(body);
  if (!value) return;
  for (const auto& item : value->at("items").get_array()) {
    const auto& happening = item.get_object();
    fmt::print("{}  {:<10}  {}  {}\n", text_member(happening, "at"), text_member(happening, "what"), subject_of(happening),
               detail_of(happening));
  }
  if (const auto next = text_member(value->get_object(), "next"); !next.empty()) fmt::print("Older ones: --before {}\n", next);
}

void print_whole(const std::string& body) { fmt::print("{}\n", pretty_json(body)); }

std::string target_of(const CustomerFlags& flags, std::string_view below) {
  return "/api/v1/customers/" + http::percent_encode(flags.id) + std::string(below) +
         "?account=" + http::percent_encode(flags.account);
}

using Print = void (*)(const std::string& body);

Verb getting(CommonOptions& common, std::function<std::string()> target, Print print) {
  return [&common, target = std::move(target), print] {
    return print_answer(call_admin(config_of(common), http::Method::get, target(), ""), common, print);
  };
}

CLI::App* add_verb(CLI::App& group, CustomerFlags& flags, const char* name, const char* help) {
  auto* command = group.add_subcommand(name, help);
  command->add_option("--account", flags.account, "Account id")->required();
  return command;
}

}  // namespace

void add_customer_commands(CLI::App& app, CommonOptions& common, Verb& verb) {
  auto flags = std::make_shared<CustomerFlags>();
  auto* customer = app.add_subcommand("customer", "One customer: find, show, timeline");
  customer->require_subcommand(1);

  auto* find = add_verb(*customer, *flags, "find", "Who has exactly this e-mail, phone, member number or id");
  find->add_option("key", flags->key, "E-mail address, phone number, member number or id")->required();
  find->callback([&, flags] {
    verb = [&common, flags] {
      const json::object body{{"account", flags->account}, {"key", flags->key}};
      return print_answer(call_admin(config_of(common), http::Method::post, "/api/v1/customers/find", to_json_text(body)),
                          common, &print_found);
    };
  });

  auto* show = add_verb(*customer, *flags, "show", "Card, consents, bonus checks, purchases");
  show->add_option("customer", flags->id, "Contact id")->required();
  show->callback([&, flags] { verb = getting(common, [flags] { return target_of(*flags, ""); }, &print_whole); });

  auto* timeline = add_verb(*customer, *flags, "timeline", "All that touched the customer, newest first");
  timeline->add_option("customer", flags->id, "Contact id")->required();
  timeline->add_option("--before", flags->before, "Older than this time");
  timeline->add_option("--limit", flags->limit, "At most so many lines (100)");
  timeline->callback([&, flags] {
    verb = getting(
        common,
        [flags] {
          auto target = target_of(*flags, "/timeline") + "&limit=" + std::to_string(flags->limit);
          if (!flags->before.empty()) target += "&before=" + http::percent_encode(flags->before);
          return target;
        },
        &print_timeline);
  });
}

void add_gdpr_commands(CLI::App& app, CommonOptions& common, Verb& verb) {
  auto flags = std::make_shared<CustomerFlags>();
  auto* gdpr = app.add_subcommand("gdpr", "What the law lets a customer ask for: export, erase, certificates");
  gdpr->require_subcommand(1);
  auto* whole = add_verb(*gdpr, *flags, "export", "All that is kept of a customer, as JSON");
  whole->add_option("customer", flags->id, "Contact id")->required();
  whole->callback([&, flags] { verb = getting(common, [flags] { return target_of(*flags, "/export"); }, &print_whole); });

  auto confirmed = std::make_shared<std::string>();
  auto* erase = add_verb(*gdpr, *flags, "erase", "Erase a customer for good, here and in Rule; prints the certificate");
  erase->add_option("customer", flags->id, "Contact id")->required();
  erase->add_option("--confirm", *confirmed, "The contact id once more: nothing brings the customer back")->required();
  erase->callback([&, flags, confirmed] {
    verb = [&, flags, confirmed] {
      const json::object body{{"account", flags->account}, {"confirm", *confirmed}};
      return print_answer(call_admin(config_of(common), http::Method::post,
                                     "/api/v1/customers/" + http::percent_encode(flags->id) + "/erase", to_json_text(body)),
                          common, &print_whole);
    };
  });

  auto* certificates = add_verb(*gdpr, *flags, "certificates", "Who was erased, and what of it is still to be done");
  certificates->callback([&, flags] {
    verb =
        getting(common, [flags] { return "/api/v1/erasures?account=" + http::percent_encode(flags->account); }, &print_whole);
  });
}

}  // namespace kassabro::main
