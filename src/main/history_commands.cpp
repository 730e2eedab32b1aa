#include <fmt/format.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <memory>
#include <thread>

#include "base/json.hpp"
#include "http/url.hpp"
#include "main/admin_call.hpp"
#include "main/commands.hpp"

namespace kassabro::main {
namespace {

constexpr int bar_width = 30;

struct SyncOptions {
  std::string account;
  std::string from;
  std::string to;
  bool wait = false;
};

// "[######........]  20 %  4,000 of 20,000  left 38 s"
std::string bar_of(const json::object& job) {
  const auto done = int_member(job, "done").value_or(0);
  const auto total = int_member(job, "total").value_or(0);
  if (total <= 0) return fmt::format("[{:.<{}}]  {} done", "", bar_width, done);
  // Whole only when all is done: never 100 % before the end.
  const auto part = std::min<std::int64_t>(done, total);
  const auto filled = static_cast<std::size_t>(part * bar_width / total);
  const auto left = text_member(job, "seconds_left");
  return fmt::format("[{}{}]  {} %  {} of {}{}", std::string(filled, '#'), std::string(bar_width - filled, '.'),
                     part * 100 / total, done, total, left.empty() ? "" : "  left " + left + " s");
}

std::optional<json::object> find_job(const Config& config, const std::string& account) {
  const auto answer = call_admin(config, http::Method::get, "/api/v1/jobs?account=" + http::percent_encode(account), "");
  const auto body = parse_json(answer.body);
  if (answer.status != 200 || !body) return std::nullopt;
  for (const auto& item : body->at("items").get_array())
    if (text_member(item.get_object(), "kind") == "history") return item.get_object();
  return std::nullopt;
}

// Until it ends or stands still for a person's sake. 0 when it has finished.
int wait_for(const Config& config, const std::string& account) {
  const bool is_terminal = ::isatty(STDOUT_FILENO) == 1;
  for (;;) {
    const auto job = find_job(config, account);
    if (!job) return 1;
    const auto state = text_member(*job, "state");
    const bool runs = state == "waiting" || state == "running";
    if (is_terminal) fmt::print("\r{}\033[K", bar_of(*job));
    if (!runs) {
      fmt::print("{}{}  {}\n{}\n", is_terminal ? "\n" : "", state, text_member(*job, "reason"),
                 to_json_text(job->at("report")));
      return state == "finished" ? 0 : 1;
    }
    std::fflush(stdout);
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
  }
}

int sync(const CommonOptions& common, const SyncOptions& options) {
  const auto config = config_of(common);
  json::object request;
  if (!options.from.empty()) request["from"] = options.from;
  if (!options.to.empty()) request["to"] = options.to;
  const json::object body{{"account", options.account}, {"kind", "history"}, {"request", std::move(request)}};
  const auto status = print_answer(call_admin(config, http::Method::post, "/api/v1/jobs/run", to_json_text(body)), common,
                                   [](const std::string&) { fmt::print("The old orders are being brought over.\n"); });
  if (status != 0 || !options.wait) return status;
  return wait_for(config, options.account);
}

}  // namespace

void add_history_commands(CLI::App& app, CommonOptions& common, Verb& verb) {
  auto options = std::make_shared<SyncOptions>();
  auto* history = app.add_subcommand("history", "Orders that were made before the shop was connected");
  history->require_subcommand(1);
  auto* command = history->add_subcommand("sync", "Bring them over to Rule, in the background; nothing is sent to customers");
  command->add_option("--account", options->account, "The account's id")->required();
  command->add_option("--from", options->from, "First day, such as 2025-01-01; without it from the beginning");
  command->add_option("--to", options->to, "Last day; without it up to now");
  command->add_flag("--wait", options->wait, "Show how far it is, until it is done");
  command->callback([&common, &verb, options] { verb = [&common, options] { return sync(common, *options); }; });
}

}  // namespace kassabro::main
