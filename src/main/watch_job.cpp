#include "main/watch_job.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <thread>

#include "base/json.hpp"
#include "http/url.hpp"
#include "main/admin_call.hpp"

namespace kassabro::main {
namespace {

constexpr int bar_width = 30;

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

std::optional<json::object> find_job(const Config& config, const std::string& account, std::string_view kind) {
  const auto answer = call_admin(config, http::Method::get, "/api/v1/jobs?account=" + http::percent_encode(account), "");
  const auto body = parse_json(answer.body);
  if (answer.status != 200 || !body) return std::nullopt;
  for (const auto& item : body->at("items").get_array())
    if (text_member(item.get_object(), "kind") == kind) return item.get_object();
  return std::nullopt;
}

}  // namespace

int run_windowed_job(const CommonOptions& common, const WindowedJob& wanted, std::string_view kind, std::string_view begun) {
  const auto config = config_of(common);
  json::object request;
  if (!wanted.from.empty()) request["from"] = wanted.from;
  if (!wanted.to.empty()) request["to"] = wanted.to;
  const json::object body{{"account", wanted.account}, {"kind", kind}, {"request", std::move(request)}};
  const auto status = print_answer(call_admin(config, http::Method::post, "/api/v1/jobs/run", to_json_text(body)), common,
                                   [begun](const std::string&) { fmt::print("{}\n", begun); });
  if (status != 0 || !wanted.wait) return status;
  const auto job = show_job(config, wanted.account, kind);
  if (!job) return 1;
  fmt::print("{}  {}\n{}\n", text_member(*job, "state"), text_member(*job, "reason"), to_json_text(job->at("report")));
  return text_member(*job, "state") == "finished" ? 0 : 1;
}

std::optional<json::object> show_job(const Config& config, const std::string& account, std::string_view kind) {
  const bool is_terminal = ::isatty(STDOUT_FILENO) == 1;
  for (;;) {
    auto job = find_job(config, account, kind);
    if (!job) return std::nullopt;
    const auto state = text_member(*job, "state");
    if (is_terminal) fmt::print("\r{}\033[K", bar_of(*job));
    if (state != "waiting" && state != "running") {
      if (is_terminal) fmt::print("\n");
      return job;
    }
    std::fflush(stdout);
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
  }
}

}  // namespace kassabro::main
