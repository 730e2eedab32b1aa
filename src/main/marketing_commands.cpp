#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "base/json.hpp"
#include "http/url.hpp"
#include "main/admin_call.hpp"
#include "main/commands.hpp"

namespace kassabro::main {
namespace {

struct MarketingFlags {
  std::string account;
  std::string order;
  std::string language;
};

std::string preview_target(const MarketingFlags& flags) {
  auto target = "/api/v1/receipts/preview?account=" + http::percent_encode(flags.account);
  if (!flags.order.empty()) target += "&order_id=" + http::percent_encode(flags.order);
  if (!flags.language.empty()) target += "&language=" + http::percent_encode(flags.language);
  return target;
}

void print_receipt(const std::string& body) {
  const auto value = parse_json(body);
  if (!value) return;
  const auto& receipt = value->get_object();
  fmt::print("{}\n\n{}\n\n{}\n", text_member(receipt, "subject"), text_member(receipt, "text"), text_member(receipt, "sms"));
}

void print_webhooks(const std::string& body) {
  const auto value = parse_json(body);
  if (!value) return;
  for (const auto& item : value->at("items").get_array()) {
    const auto& hook = item.get_object();
    const auto last = text_member(hook, "last_at");
    fmt::print("{:<16}  {:>5}  {}  {}\n", text_member(hook, "event"), text_member(hook, "count"),
               last.empty() ? "never since the start" : last + " " + text_member(hook, "last_result"),
               text_member(hook, "url"));
  }
}

}  // namespace

void add_marketing_commands(CLI::App& app, CommonOptions& common, Verb& verb) {
  auto flags = std::make_shared<MarketingFlags>();
  auto* receipts = app.add_subcommand("receipts", "Digital receipts: preview");
  receipts->require_subcommand(1);
  auto* preview = receipts->add_subcommand("preview", "The receipt's mail and text message");
  preview->add_option("--account", flags->account, "Account id")->required();
  preview->add_option("--order", flags->order, "Of this order (of a sample)");
  preview->add_option("--language", flags->language, "sv or en (the country's)");
  preview->callback([&common, &verb, flags] {
    verb = [&common, flags] {
      return print_answer(call_admin(config_of(common), http::Method::get, preview_target(*flags), ""), common, print_receipt);
    };
  });

  auto* webhooks = app.add_subcommand("webhooks", "Rule's webhooks: list");
  webhooks->require_subcommand(1);
  auto* list = webhooks->add_subcommand("list", "Their addresses, and what came by each since the start");
  list->add_option("--account", flags->account, "Account id")->required();
  list->callback([&common, &verb, flags] {
    verb = [&common, flags] {
      const auto target = "/api/v1/webhooks?account=" + http::percent_encode(flags->account);
      return print_answer(call_admin(config_of(common), http::Method::get, target, ""), common, print_webhooks);
    };
  });
}

}  // namespace kassabro::main
