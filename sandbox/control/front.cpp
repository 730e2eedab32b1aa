#include "sandbox/control/front.hpp"

#include "http/router.hpp"
#include "sandbox/answers/answers.hpp"
#include "sandbox/control/waiting.hpp"
#include "sandbox/rule/api.hpp"
#include "sandbox/rule/letter_links.hpp"
#include "sandbox/rule/pages_api.hpp"
#include "sandbox/sitoo/pos_api.hpp"
#include "sandbox/sitoo/rest.hpp"

namespace kassabro::sandbox::control {
namespace {

// What stands below `root`, when the path is `root` or below it.
std::optional<std::string_view> below(std::string_view path, std::string_view root) {
  if (!path.starts_with(root)) return std::nullopt;
  path.remove_prefix(root.size());
  if (path.empty()) return "/";
  if (path.front() != '/') return std::nullopt;
  return path;
}

http::Response faulty_answer(const Fault& fault, Timestamp now) {
  const bool is_401 = fault.status == 401;
  http::Response response = http::json_response(fault.body, fault.status);
  if (fault.body.empty() && fault.system == "rule")
    response.body =
        is_401 ? R"({"error":"NotAuthorized"})" : R"({"error":"UnexpectedError","message":"An unexpected error occurred."})";
  if (fault.body.empty() && fault.system == "sitoo")
    response.body = to_json_text(json::object{{"statuscode", fault.status}, {"errortext", "Something went wrong."}});
  // A proxy's page in front of the API, say.
  if (!fault.body.empty() && !parse_json(fault.body)) response.content_type = "text/html; charset=utf-8";
  if (!fault.rate_limit_reset.empty()) response.headers.emplace_back("X-Rate-Limit-Reset", rate_limit_reset_text(fault, now));
  if (!fault.retry_after.empty()) response.headers.emplace_back("Retry-After", fault.retry_after);
  return response;
}

std::string base_url_of(const http::Request& request) {
  return "http://" + std::string(request.header("Host").value_or("127.0.0.1"));
}

http::Response work(World& world, std::string_view system, const http::Request& request, std::string_view path) {
  if (system == "sitoo") return sitoo::answer_rest(world.books, request, path);
  return rule::answer_api(world.rule, request, path, base_url_of(request), world.rule_clock.now());
}

void log_call(World& world, std::string_view system, const http::Request& request, std::string_view path,
              const http::Response& response) {
  LoggedCall call;
  call.at = world.clock.now();
  call.system = system;
  call.method = request.method_text;
  call.path = path;
  call.query = request.query();
  call.status = response.drop_connection ? 0 : response.status;
  call.bytes = request.body.size();
  call.answer_bytes = response.body.size();
  call.body = request.body;
  call.traceparent = request.header("traceparent").value_or("");
  call.tracestate = request.header("tracestate").value_or("");
  world.calls.add(std::move(call));
}

// With the switch on, Sitoo serves one call at a time and refuses a second one (REST contract, 2.6: measured).
class SitooTurn {
 public:
  explicit SitooTurn(World& world) : world_(world), is_second_(world.sitoo_calls_running++ > 0) {}
  ~SitooTurn() { --world_.sitoo_calls_running; }
  SitooTurn(const SitooTurn&) = delete;
  SitooTurn& operator=(const SitooTurn&) = delete;
  bool is_refused() const { return is_second_ && world_.sitoo_one_at_a_time; }

 private:
  World& world_;
  bool is_second_;
};

Async<http::Response> answer_system(World& world, std::string_view system, const http::Request& request,
                                    std::string_view path) {
  const auto fault = world.faults.take(system, request.method_text, path);
  if (fault && fault->delay.count() > 0) co_await pause(fault->delay);
  http::Response response;
  if (fault && fault->status != 0 && !fault->drop) {
    response = faulty_answer(*fault, world.clock.now());
    if (system == "rule") rule::count_fault(world.rule, request, response, world.rule_clock.now());
  } else {
    response = work(world, system, request, path);
  }
  if (fault && fault->truncate && response.body.size() > *fault->truncate) response.body.resize(*fault->truncate);
  response.drop_connection = fault && fault->drop;
  response.headers.emplace_back("Date", to_http_date(system == "rule" ? world.rule_clock.now() : world.clock.now()));
  log_call(world, system, request, path, response);
  co_return response;
}

Async<http::Response> answer_sitoo(World& world, const http::Request& request, std::string_view path) {
  const SitooTurn turn(world);
  if (turn.is_refused()) {
    auto response = http::json_response(R"({"statuscode":429,"errortext":"Too many connections"})", 429);
    log_call(world, "sitoo", request, path, response);
    co_return response;
  }
  if (const auto latency = std::chrono::milliseconds(world.sitoo_latency_ms); latency.count() > 0) co_await pause(latency);
  co_return co_await answer_system(world, "sitoo", request, path);
}

}  // namespace

Async<http::Response> answer(World& world, const PageServer& pages, const http::Request& request) {
  const auto path = http::normal_path(request.path());
  if (const auto rest = below(path, "/rule/api")) co_return co_await answer_system(world, "rule", request, *rest);
  if (const auto rest = below(path, "/sitoo")) co_return co_await answer_sitoo(world, request, *rest);
  if (below(path, "/rule/pages-api/calls")) co_return list_calls(world, request.query());
  if (const auto rest = below(path, "/rule/pages-api"))
    co_return rule::answer_pages(world.rule, request, *rest, world.rule_clock.now());
  if (const auto rest = below(path, "/rule/letters"))
    co_return rule::answer_letter_link(world.rule, request, *rest, base_url_of(request), world.rule_clock.now());
  if (const auto rest = below(path, "/pos/api")) co_return co_await sitoo::answer_pos(world.books, world.till, request, *rest);
  if (const auto rest = below(path, "/backoffice/api"))
    co_return co_await sitoo::answer_backoffice(world.books, world.till.contacts(), request, *rest);
  if (const auto rest = below(path, "/control")) co_return co_await answer_control(world, request, *rest);
  co_return pages(request, path);
}

}  // namespace kassabro::sandbox::control
