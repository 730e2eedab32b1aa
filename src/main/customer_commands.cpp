#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "base/json.hpp"
#include "base/whole_file.hpp"
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
  std::string html;
  bool without_received = false;
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

// A page is written to the file; what the server refuses is said as ever.
int save_page(const AdminAnswer& answer, const CommonOptions& common, const std::string& path) {
  if (answer.status != 200) return print_answer(answer, common, [](const std::string&) {});
  replace_whole_file(path, answer.body);
  return 0;
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

namespace {

// What is asked for of one customer: JSON on the output, or a page in a file.
void add_sheet(CLI::App& gdpr, CommonOptions& common, Verb& verb, const std::shared_ptr<CustomerFlags>& flags, const char* name,
               const char* help, const char* below) {
  auto* sheet = add_verb(gdpr, *flags, name, help);
  sheet->add_option("customer", flags->id, "Contact id")->required();
  sheet->add_option("--html", flags->html, "Write a page for the person into this file, in place of JSON");
  if (name == std::string_view("export"))
    sheet->add_flag("--without-received", flags->without_received,
                    "Leave out what came in about the customer: to find it, all that has come in is read");
  sheet->callback([&, flags, below] {
    verb = [&, flags, below] {
      auto target = target_of(*flags, below);
      if (flags->without_received) target += "&without_received=true";
      if (!flags->html.empty()) target += "&format=html";
      const auto answer = call_admin(config_of(common), http::Method::get, target, "");
      return flags->html.empty() ? print_answer(answer, common, &print_whole) : save_page(answer, common, flags->html);
    };
  });
}

}  // namespace

void add_gdpr_commands(CLI::App& app, CommonOptions& common, Verb& verb) {
  auto flags = std::make_shared<CustomerFlags>();
  auto* gdpr = app.add_subcommand("gdpr", "What the law lets a customer ask for: export, consent-proof, erase, certificates");
  gdpr->require_subcommand(1);
  add_sheet(*gdpr, common, verb, flags, "export", "All that is kept of a customer, as JSON or as a page for them", "/export");
  add_sheet(*gdpr, common, verb, flags, "consent-proof", "What a customer agreed to: when, where, by whom, in which words",
            "/consent-proof");

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
