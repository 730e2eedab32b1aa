// What integrators give us: the addresses of their endpoints, and their answers.
#include "base/text.hpp"
#include "tests/fuzz/target.hpp"
#include "webhooks/attempt_policy.hpp"
#include "webhooks/endpoint_url.hpp"
#include "webhooks/post.hpp"

namespace kassabro::fuzz {
namespace {

void ask_url(std::string_view url) {
  const auto checked = webhooks::check_endpoint_url(url, webhooks::PlainHttp::refused);
  if (!checked) return hold(checked.error().field == "url" && !checked.error().message.empty(), "an address is named");
  hold(url.starts_with("https:") || ascii_lowered(url).starts_with("https:"), "an endpoint is called by TLS");
  hold(!has_control_characters(url) && !url.contains(' '), "an address is one word");
  const auto authority = url.substr(url.find("//") + 2);
  hold(!authority.substr(0, authority.find_first_of("/?")).contains('@'), "an address holds no password");
  hold(webhooks::check_endpoint_url(url, webhooks::PlainHttp::where_allowed).has_value(), "what is strict is also lax");
}

void ask_answer(std::string_view status, std::string_view retry_after, std::string_view body) {
  auto kept = webhooks::readable(body);
  hold(kept.size() <= app::answer_bytes_kept_max * 3, "no more is kept than is said");
  std::erase_if(kept, [](char c) { return c == '\n' || c == '\r' || c == '\t'; });
  hold(is_utf8(kept) && !has_control_characters(kept), "what is kept of an answer is a text");
  http::OutboundResponse response;
  response.status = 100 + static_cast<int>(status.size() % 500);
  response.headers.emplace_back("retry-after", std::string(retry_after));
  response.body = std::string(body);
  const auto answer = webhooks::answer_of(response, now);
  hold(webhooks::is_success(answer) == webhooks::reason_of(answer).empty(), "a failure has a reason");
  const webhooks::AttemptPolicy policy;
  const auto end = webhooks::plan_end(policy, {}, answer, now, 0.5);
  hold(end.state != app::SendingState::pending || end.not_before > now, "it is tried again later, not at once");
  if (const auto pause = webhooks::pause_asked_by(answer)) hold(pause->count() >= 0, "nobody asks for the past");
}

}  // namespace

void run_one(std::string_view input) {
  const auto lines = lines_of(input, 4);
  ask_url(lines[0]);
  if (lines.size() == 4) ask_answer(lines[1], lines[2], lines[3]);
}

}  // namespace kassabro::fuzz
