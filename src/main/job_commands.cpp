#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "base/json.hpp"
#include "http/url.hpp"
#include "main/admin_call.hpp"
#include "main/commands.hpp"

namespace kassabro::main {
namespace {

void print_jobs(const std::string& body) {
  const auto value = parse_json(body);
  if (!value) return;
  for (const auto& item : value->at("items").get_array()) {
    const auto& job = item.get_object();
    const auto total = text_member(job, "total");
    fmt::print("{}  account {}  {}  done {}{}  faults {}  started {}  updated {}  {}\n", text_member(job, "kind"),
               text_member(job, "account_id"), text_member(job, "state"), text_member(job, "done"),
               total.empty() ? "" : " of " + total, text_member(job, "faults"), text_member(job, "started_at"),
               text_member(job, "updated_at"), text_member(job, "reason"));
  }
}

void print_asked(const std::string& body) {
  const auto value = parse_json(body);
  if (value)
    fmt::print("asked for {} accounts; `kassabro jobs list` shows how far they are\n",
               text_member(value->get_object(), "count"));
}

}  // namespace

void add_job_commands(CLI::App& app, CommonOptions& common, Verb& verb) {
  auto account = std::make_shared<std::string>();
  auto* mirror = app.add_subcommand("mirror", "Take everybody over who is in Rule, in the background, now");
  mirror->add_option("--account", *account, "Of this account only");
  mirror->callback([&common, &verb, account] {
    verb = [&common, account] {
      json::object body{{"kind", "mirror"}};
      if (!account->empty()) body["account"] = *account;
      return print_answer(call_admin(config_of(common), http::Method::post, "/api/v1/jobs/run", to_json_text(body)), common,
                          print_asked);
    };
  });
  auto* jobs = app.add_subcommand("jobs", "Long work in the background");
  jobs->require_subcommand(1);
  auto* list = jobs->add_subcommand("list", "How far each is, or how it ended");
  list->add_option("--account", *account, "Of this account only");
  list->callback([&common, &verb, account] {
    verb = [&common, account] {
      const auto target = "/api/v1/jobs" + (account->empty() ? "" : "?account=" + http::percent_encode(*account));
      return print_answer(call_admin(config_of(common), http::Method::get, target, ""), common, print_jobs);
    };
  });
}

}  // namespace kassabro::main
