#include <array>

#include "admin/handlers.hpp"
#include "admin/named_account.hpp"
#include "admin/parameters.hpp"
#include "http/problem.hpp"

namespace kassabro::admin {
namespace {

// The account's name is taken out of the body; the rest is the request.
Async<http::Response> answer(const Call& call, const AutomationCall& use_case) {
  const auto named = co_await named_account(call);
  if (!named) co_return http::problem(named.error());
  constexpr std::array<std::string_view, 3> texts{"language", "flow", "email"};
  if (auto checked = check_texts(named->body, texts); !checked) co_return http::problem(checked.error());
  const auto value = co_await use_case(named->account, named->body);
  co_return value ? http::json_response(to_json_text(*value)) : http::problem(value.error());
}

}  // namespace

Async<http::Response> plan_automations(const Call& call) { return answer(call, call.use_cases.automations.plan); }
Async<http::Response> apply_automations(const Call& call) { return answer(call, call.use_cases.automations.apply); }
Async<http::Response> remove_automations(const Call& call) { return answer(call, call.use_cases.automations.remove); }
Async<http::Response> preview_automation(const Call& call) { return answer(call, call.use_cases.automations.preview); }

}  // namespace kassabro::admin
