#include "sandbox/rule/api.hpp"

#include "sandbox/answers/answers.hpp"
#include "sandbox/rule/handlers.hpp"

namespace kassabro::sandbox::rule {
namespace {

constexpr int error_percent_max = 49;          // an error rate above it makes Rule block the account (SEEN, live header)
constexpr int error_percent_calls_min = 20;    // fewer calls say nothing about a rate (INFERRED)

// v2 takes the key from the header, the query or the body; v3 from the header (contract, section 1).
std::string key_of(const http::Request& request, const http::Query& query, const json::object& body, Version version) {
  const auto header = request.header("Authorization").value_or("");
  if (header.size() > 7 && equal_nocase(header.substr(0, 7), "Bearer ")) return std::string(trimmed(header.substr(7)));
  if (version == Version::v3) return {};
  if (const auto in_query = query.find("apikey")) return std::string(*in_query);
  return text_member(body, "apikey");
}

Answer dispatch(Call& call, std::string_view path, const http::Request& request, http::PathParams& params) {
  const auto table = call.version == Version::v2 ? routes_v2() : routes_v3();
  auto match = http::find_route(table, request.method, path);
  if (match.route == nullptr && match.path_known) return refuse(405, "MethodNotAllowed", "The method is not allowed here.");
  if (match.route == nullptr) return refuse(404, "NotFound", "There is no such resource.");
  params = std::move(match.params);
  return match.route->handler(call);
}

void add_rate_headers(http::Response& response, const State& state, CallRate::Figures figures) {
  response.headers.emplace_back("X-ErrorPercent-Limit", std::to_string(error_percent_max));
  response.headers.emplace_back("X-ErrorPercent-Current", std::to_string(figures.error_percent));
  if (response.status == 429) return;  // a 429 carries only the percentages and Retry-After (SEEN)
  response.headers.emplace_back("RequestsCount-Allowed", std::to_string(state.switches.requests_allowed));
  response.headers.emplace_back("RequestsCount-Current", std::to_string(figures.count));
}

http::Response blocked(Version version, Timestamp now) {
  auto response = render({429, "TooManyRequests", "Too many requests.", {}}, version);
  // Not seconds: a wall clock in Stockholm without zone (SEEN).
  response.headers.emplace_back("Retry-After", to_rule_time(now + std::chrono::seconds(60)));
  return response;
}

bool is_over_limit(const State& state, CallRate::Figures figures) {
  if (state.switches.requests_block && figures.count >= state.switches.requests_allowed) return true;
  return state.switches.error_percent_block && figures.count >= error_percent_calls_min &&
         figures.error_percent > error_percent_max;
}

http::Response answer_for(State& state, Account& account, const http::Request& request, const http::Query& query,
                          const json::object& body, Version version, std::string_view path, std::string_view base_url,
                          Timestamp now) {
  auto& rate = state.rates[account.id];
  if (is_over_limit(state, rate.figures(now))) {
    auto response = blocked(version, now);
    add_rate_headers(response, state, rate.figures(now));
    return response;
  }
  http::PathParams params;
  Call call{state, account, request, query, params, body, version, now, std::string(base_url)};
  auto answer = dispatch(call, path, request, params);
  auto response = answer ? std::move(*answer) : render(answer.error(), version);
  rate.add(now, response.status >= 400);
  add_rate_headers(response, state, rate.figures(now));
  return response;
}

}  // namespace

http::Response answer_api(State& state, const http::Request& request, std::string_view path, std::string_view base_url,
                          Timestamp now) {
  const auto version = path.starts_with("/v3") ? Version::v3 : Version::v2;
  if (!path.starts_with("/v2/") && !path.starts_with("/v3/"))
    return render({404, "NotFound", "There is no such API.", {}}, version);
  const auto body = parse_object(request.body);  // before the lock: reading JSON is most of the work
  const http::Query query(request.query());
  const auto key = key_of(request, query, body ? *body : json::object{}, version);
  const std::scoped_lock lock(state.mutex);
  auto* account = state.account_of_key(key, now);
  if (account == nullptr) return http::json_response(R"({"error":"NotAuthorized"})", 401);
  if (!body) return render({400, "InvalidJson", body.error().message, {}}, version);
  return answer_for(state, *account, request, query, *body, version, path.substr(3), base_url, now);
}

void count_fault(State& state, const http::Request& request, http::Response& response, Timestamp now) {
  const http::Query query(request.query());
  const auto key = key_of(request, query, {}, Version::v2);
  const std::scoped_lock lock(state.mutex);
  const auto* account = state.account_of_key(key, now);
  if (account == nullptr) return;
  auto& rate = state.rates[account->id];
  rate.add(now, response.status >= 400);
  add_rate_headers(response, state, rate.figures(now));
}

}  // namespace kassabro::sandbox::rule
