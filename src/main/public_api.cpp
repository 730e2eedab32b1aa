#include "main/public_api.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <ranges>

#include "http/problem.hpp"
#include "http/router.hpp"

namespace kassabro::main {
namespace {

// For metrics and the log: the first segment in the spelling of the tables, or "other". Ids and keys stay out of both.
std::string_view operation_of(std::string_view path) {
  constexpr std::array<std::string_view, 15> known{
      "contacts",         "lookup-contacts", "consents",          "transactions", "orders",
      "redeem",           "undo-redeem",     "bonuschecks",       "promotions",   "customers",
      "lookup-customers", "redeem-items",    "undo-redeem-items", "healthz",      "readyz"};
  if (path.starts_with('/')) path.remove_prefix(1);
  const auto first = path.substr(0, path.find('/'));
  const auto operation = std::ranges::find_if(known, [&](auto word) { return http::is_same_word(word, first); });
  return operation == known.end() ? "other" : *operation;
}

}  // namespace

std::optional<std::string_view> path_below(std::string_view path, std::string_view base) {
  const auto place = path.find(base);
  if (place == std::string_view::npos) return std::nullopt;
  const auto rest = path.substr(place + base.size());
  if (!rest.empty() && rest.front() != '/') return std::nullopt;
  return rest.empty() ? std::string_view("/") : rest;
}

std::optional<std::string_view> receipt_token(std::string_view path) {
  constexpr std::string_view base = "/r/";
  const auto last = path.rfind('/');
  if (last == std::string_view::npos || !path.substr(0, last + 1).ends_with(base)) return std::nullopt;
  return path.substr(last + 1);
}

namespace {

// Words that an operation's path may be made of; anything else may be a key, a name or an id.
constexpr std::array<std::string_view, 22> path_stems{"contact", "customer", "member",  "transaction", "order",   "redeem",
                                                      "undo",    "bonus",    "check",   "promotion",   "consent", "lookup",
                                                      "search",  "history",  "purchas", "receipt",     "voucher", "update",
                                                      "reverse", "coupon",   "loyalty", "points"};

struct Spi {
  std::string_view version;
  std::string_view below;
};

std::optional<Spi> spi_of(std::string_view path) {
  if (const auto below = path_below(path, "/sitoo/v2")) return Spi{"v2", *below};
  if (const auto below = path_below(path, "/sitoo/v1")) return Spi{"v1", *below};
  return std::nullopt;
}

bool is_operation_word(std::string_view segment) {
  constexpr std::size_t bytes_max = 30;
  if (segment.size() > bytes_max || segment.find_first_not_of("abcdefghijklmnopqrstuvwxyz_-.") != std::string_view::npos)
    return false;
  return std::ranges::any_of(path_stems, [&](std::string_view stem) { return segment.starts_with(stem); });
}

}  // namespace

std::string without_values(std::string_view path) {
  constexpr std::size_t path_bytes_max = 200;
  std::string out;
  for (const auto part : std::views::split(path, '/')) {
    const std::string_view segment(part.begin(), part.end());
    if (segment.empty()) continue;
    out += is_operation_word(segment) ? "/" + std::string(segment) : std::string("/{}");
    if (out.size() > path_bytes_max) break;
  }
  return out;
}

namespace {

// As metrics and log call what is asked there.
std::string_view name_of(std::string_view path) {
  if (path_below(path, "/sitoo/events")) return "events";
  if (const auto spi = spi_of(path)) return operation_of(spi->below);
  if (path_below(path, "/rule/webhooks")) return "webhook";
  return receipt_token(path) ? "receipt" : operation_of(path);
}

}  // namespace

void PublicApi::note_failure(const http::Request& request) {
  metrics_.count_failed_request("public", name_of(http::normal_path(request.path())), 503);
}

Async<http::Response> PublicApi::handle(const http::Request& request) {
  const auto path = http::normal_path(request.path());
  if (path_below(path, "/sitoo/events")) co_return co_await handle_events(request);
  const auto start = std::chrono::steady_clock::now();
  auto response = co_await route(request, path);
  const auto took = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
  const auto spi = spi_of(path);
  const auto operation = name_of(path);
  metrics_.count_request("public", operation, response.status, took);
  if (!spi) co_return response;
  const TraceText trace(request.trace);
  spdlog::info("request spi={} method={} operation={} status={} took_us={} peer={} trace_id={} span_id={}", spi->version,
               request.method_text.substr(0, 10), operation, response.status, took.count(), request.peer, trace.trace_id(),
               trace.span_id());
  co_return response;
}

// The path below the base does not matter: whether Sitoo adds "/events" to the address is open (SPI contract, F 13).
Async<http::Response> PublicApi::handle_events(const http::Request& request) {
  const auto start = std::chrono::steady_clock::now();
  auto response = co_await apis_.events.handle(request);
  const auto took = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
  metrics_.count_request("public", "events", response.status, took);
  const TraceText trace(request.trace);
  spdlog::info("request spi=events method={} operation=events status={} took_us={} bytes={} peer={} trace_id={} span_id={}",
               request.method_text.substr(0, 10), response.status, took.count(), request.body.size(), request.peer,
               trace.trace_id(), trace.span_id());
  co_return response;
}

http::Response PublicApi::refuse(const http::Request& request, http::Response usual) {
  const bool brings_events = path_below(http::normal_path(request.path()), "/sitoo/events").has_value();
  auto response = brings_events ? apis_.events.refuse_unread(request, usual.status) : std::move(usual);
  metrics_.count_request("public", brings_events ? "events" : "unread", response.status, {});
  return response;
}

Async<http::Response> PublicApi::route(const http::Request& request, std::string_view path) {
  if (const auto below = path_below(path, "/sitoo/v2")) co_return co_await apis_.spi_v2.handle(request, *below);
  if (const auto below = path_below(path, "/sitoo/v1")) co_return co_await apis_.spi_v1.handle(request, *below);
  if (const auto below = path_below(path, "/rule/webhooks")) co_return co_await apis_.webhooks.handle(request, *below);
  if (const auto token = receipt_token(path)) co_return co_await apis_.receipts.handle(request, *token);
  if (path == "/healthz") co_return http::json_response(R"({"status":"ok"})");
  if (path == "/readyz") co_return co_await check_ready();
  co_return http::problem(
      not_found("", "There is nothing here. Sitoo's API URL is this address followed by /sitoo/v1 or /sitoo/v2."));
}

Async<http::Response> PublicApi::check_ready() {
  if (draining_) co_return http::problem(503, "The server is shutting down.");
  co_await check_store_();
  co_return http::json_response(R"({"status":"ready"})");
}

}  // namespace kassabro::main
