#pragma once

#include "app/account.hpp"
#include "base/async.hpp"
#include "base/json.hpp"
#include "base/result.hpp"
#include "rule/automations/automations.hpp"

namespace kassabro::main {

// The request is {"flows":["winback"],"language":"sv","activate":true,"recreate":true,"force":true}, all of it optional; without
// `flows`, all. Errors name the member. The answer of the three:
// {"done","flows":[{"flow","tag","language","active","steps":[{"what","name","state","action","detail","failed"}],"notes"}]}.
Async<Result<json::value>> plan_automations(rule::automations::Automations& automations, const app::Account& account,
                                            const json::object& request);
Async<Result<json::value>> apply_automations(rule::automations::Automations& automations, const app::Account& account,
                                             const json::object& request);
Async<Result<json::value>> remove_automations(rule::automations::Automations& automations, const app::Account& account,
                                              const json::object& request);

// {"flow","language","email"} to {"flow","language","rendered","html","subject","pre_header","document"}; `html` is Rule's, and
// null until the flow is applied.
Async<Result<json::value>> preview_automation(rule::automations::Automations& automations, const app::Account& account,
                                              const json::object& request);

}  // namespace kassabro::main
