#include "admin/handlers.hpp"
#include "admin/parameters.hpp"
#include "base/time_text.hpp"
#include "http/problem.hpp"

namespace kassabro::admin {
namespace {

json::object finding_object(const app::Finding& finding) {
  json::object out{{"account_id", std::to_string(finding.account)},
                   {"ailment", to_text(finding.ailment)},
                   {"subject", finding.subject},
                   {"text", finding.text},
                   {"repairable", finding.ailment == app::Ailment::bonus_field}};
  if (finding.contact != 0) out["contact_id"] = std::to_string(finding.contact);
  if (finding.at != Timestamp{}) out["at"] = to_iso(finding.at);
  return out;
}

}  // namespace

// What needs a person's eye, of one account or of all.
Async<http::Response> list_findings(const Call& call) {
  const auto account = parse_account(call.query);
  if (!account) co_return http::problem(account.error());
  json::array items;
  for (const auto& finding : co_await call.use_cases.doctor.examine(*account)) items.push_back(finding_object(finding));
  co_return http::json_response(to_json_text(json::object{{"items", std::move(items)}}));
}

Async<http::Response> repair_findings(const Call& call) {
  const auto account = parse_account(call.query);
  if (!account) co_return http::problem(account.error());
  const auto count = co_await call.use_cases.doctor.repair(*account);
  co_return http::json_response(to_json_text(json::object{{"count", count}}));
}

}  // namespace kassabro::admin
