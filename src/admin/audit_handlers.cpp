#include "admin/handlers.hpp"
#include "admin/parameters.hpp"
#include "base/time_text.hpp"
#include "http/problem.hpp"

namespace kassabro::admin {
namespace {

json::object entry_object(const app::AuditEntry& entry) {
  return {{"account_id", std::to_string(entry.account)},
          {"number", entry.number},
          {"at", to_iso(entry.at)},
          {"actor", entry.actor},
          {"peer", entry.peer},
          {"action", entry.action},
          {"subject", entry.subject},
          {"status", entry.status},
          {"seal", entry.seal}};
}

json::object chain_object(const app::AuditChain& chain) {
  json::object out{{"account_id", std::to_string(chain.account)}, {"entries", chain.entries}, {"head", chain.head}};
  if (chain.broken_at) out["broken_at"] = *chain.broken_at;
  return out;
}

}  // namespace

// Of removed accounts too, so the account need not exist.
Async<http::Response> list_audit(const Call& call) {
  const auto account = parse_account(call.query);
  if (!account) co_return http::problem(account.error());
  const auto count = parse_limit(call.query);
  if (!count) co_return http::problem(count.error());
  std::optional<std::int64_t> before;
  if (const auto text = call.query.find("before"); text && !text->empty()) {
    const auto number = parse_id(*text, "before");
    if (!number) co_return http::problem(number.error());
    before = *number;
  }
  json::array items;
  for (const auto& entry : co_await call.use_cases.audit_log.list(account->value_or(app::no_account_yet), before, *count))
    items.push_back(entry_object(entry));
  co_return http::json_response(to_json_text(json::object{{"items", std::move(items)}}));
}

Async<http::Response> verify_audit(const Call& call) {
  json::array chains;
  bool whole = true;
  for (const auto& chain : co_await call.use_cases.audit_log.verify()) {
    whole = whole && !chain.broken_at;
    chains.push_back(chain_object(chain));
  }
  co_return http::json_response(to_json_text(json::object{{"whole", whole}, {"chains", std::move(chains)}}));
}

}  // namespace kassabro::admin
