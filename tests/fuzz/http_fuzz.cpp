// What of a request we take apart ourselves: path, query, who calls, with which credentials, and from where.
#include "app/webhook_secret.hpp"
#include "http/basic_credentials.hpp"
#include "http/problem.hpp"
#include "http/router.hpp"
#include "http/trace_headers.hpp"
#include "http/trusted_proxies.hpp"
#include "http/url.hpp"
#include "rule/webhook_wire.hpp"
#include "sitoo/spi/origin_headers.hpp"
#include "sitoo/spi/v1/token_carrier.hpp"
#include "tests/fuzz/request.hpp"

namespace kassabro::fuzz {
namespace {

void read_target(const http::Request& request) {
  const auto path = http::normal_path(request.path());
  hold(!path.empty() && path.find("//") == std::string::npos, "a normal path has no empty parts");
  hold(http::normal_path(path) == path, "a normal path is normal");
  for (const std::string_view pattern : {"/contacts/{id}", "/customers/{id}/undo-redeem", "/{a}/{b}/{c}/{d}", "/r/{token}"})
    if (const auto params = http::match_path(pattern, path))
      for (std::size_t i = 0; i < params->size(); ++i) hold(is_utf8((*params)[i]), "what a path names is UTF-8");
  const http::Query query(request.query());
  for (const auto& [name, value] : query.items()) {
    hold(is_utf8(name) && is_utf8(value), "a parameter is UTF-8");
    hold(query.find(name).has_value(), "a parameter that is there is found");
    const auto all = query.all(name);
    hold(std::ranges::find(all, value) != all.end(), "each of its values is found");
  }
  if (const auto decoded = http::percent_decode(path))
    hold(http::percent_decode(http::percent_encode(*decoded)) == decoded, "what is encoded is decoded");
  const auto segment = path.substr(path.rfind('/') + 1);
  static_cast<void>(rule::webhook_event(segment));
  if (const auto owner = app::account_in_secret(segment)) {
    auto its_own = account();
    its_own.id = *owner;
    hold(app::account_in_secret(app::webhook_secret(its_own).reveal()) == owner, "a secret of ours names its account");
  }
}

void read_credentials(const http::Request& request) {
  static_cast<void>(sitoo::spi::v1::token_candidates(request));
  const auto basic = http::parse_basic(request.header("Authorization").value_or(""));
  if (!basic) return;
  hold(is_utf8(basic->user) && basic->user.find(':') == std::string::npos, "a user is text without a colon");
  const auto again = http::parse_basic(http::to_basic_header(*basic));
  hold(again && again->user == basic->user && again->password.reveal() == basic->password.reveal(),
       "credentials are written as read");
}

void read_origin(const http::Request& request) {
  const auto origin = sitoo::spi::origin_of(request, "fuzz");
  for (const auto& text : {origin.store, origin.staff, origin.register_id})
    hold(is_utf8(text) && !has_control_characters(text) && text.size() <= 100, "an origin is tame");
}

void read_trace(const http::Request& request) {
  const auto trace = http::trace_of(request.headers);
  hold(trace.has_begun() && trace.span != 0, "each request has a trace");
  hold(trace.state.empty() || is_tracestate(trace.state), "a state that is handed on is one");
  for (const auto& [name, value] : request.headers) {
    static_cast<void>(is_tracestate(value));
    if (const auto told = parse_traceparent(value)) {
      const TraceText text(*told);
      hold(value.substr(2, 51).starts_with(text.traceparent().substr(2, 50)), "a trace is written as read");
      hold(parse_traceparent(text.traceparent()) == told, "and read as written");
    }
  }
}

void read_caller(const http::Request& request) {
  static const auto proxies = *http::TrustedProxies::parse("10.0.0.0/8, 127.0.0.1, fd00::/8");
  const auto client = proxies.client_of(request.peer, request.headers);
  hold(client == request.peer || (http::parse_address(client) && !proxies.trusts(client)),
       "a caller is an address, and no proxy of ours");
  const http::Query query(request.query());
  for (const auto& text :
       {std::string(request.header("X-Forwarded-For").value_or("")), std::string(query.find("allow").value_or(""))}) {
    const auto list = http::AddressList::parse(text);
    if (!list) {
      hold(!list.error().message.empty(), "an error says what is wrong");
      continue;
    }
    for (const auto part : http::list_parts(text))
      if (const auto address = http::parse_address(part)) {
        hold(list->contains(*address), "a list holds what is written in it");
        hold(http::parse_address(address->to_string()) == address, "an address is written as it is");
        static_cast<void>(http::is_public_address(*address));
      }
  }
}

}  // namespace

void run_one(std::string_view input) {
  const auto request = request_of(input);
  read_target(request);
  read_credentials(request);
  read_origin(request);
  read_trace(request);
  read_caller(request);
  // What is refused may be repeated in the answer, which must stay JSON.
  const std::string said = is_utf8(request.target) ? std::string(request.target) : "";
  hold(parse_json(http::problem(400, said, said, said).body).has_value(), "a problem is JSON");
}

}  // namespace kassabro::fuzz
