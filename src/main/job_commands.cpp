#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "base/json.hpp"
#include "http/url.hpp"
#include "main/admin_call.hpp"
#include "main/commands.hpp"

namespace kassabro::main {
namespace {

std::string line_of(const json::object& job) {
  const auto total = text_member(job, "total");
  const auto left = text_member(job, "seconds_left");
  return fmt::format("{}  account {}  {}  done {}{}  faults {}{}  started {}  updated {}  {}", text_member(job, "kind"),
                     text_member(job, "account_id"), text_member(job, "state"), text_member(job, "done"),
                     total.empty() ? "" : " of " + total, text_member(job, "faults"),
                     left.empty() ? "" : "  left " + left + " s", text_member(job, "started_at"),
                     text_member(job, "updated_at"), text_member(job, "reason"));
}

std::string job_line(const std::string& body) {
  const auto value = parse_json(body);
  return value && value->is_object() ? line_of(value->get_object()) : body;
}

void print_jobs(const std::string& body) {
  const auto value = parse_json(body);
  if (!value) return;
  for (const auto& item : value->at("items").get_array()) fmt::print("{}\n", line_of(item.get_object()));
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
  auto kind = std::make_shared<std::string>();
  for (const auto& [name, text] : {std::pair{"pause", "Stop one for a while; it keeps its place"},
                                   std::pair{"resume", "Go on with one that was paused or has failed"},
                                   std::pair{"cancel", "End one; what is done stays done"}}) {
    auto* command = jobs->add_subcommand(name, text);
    command->add_option("kind", *kind, "history, reconcile, mirror; `jobs list` shows them")->required();
    command->add_option("--account", *account, "Whose")->required();
    command->callback([&common, &verb, account, kind, what = std::string(name)] {
      verb = [&common, account, kind, what] {
        const json::object body{{"account", *account}, {"kind", *kind}};
        return print_answer(call_admin(config_of(common), http::Method::post, "/api/v1/jobs/" + what, to_json_text(body)),
                            common, [](const std::string& answer) { fmt::print("{}\n", job_line(answer)); });
      };
    });
  }
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
