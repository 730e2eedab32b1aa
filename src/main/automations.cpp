#include "main/automations.hpp"

#include <array>

namespace kassabro::main {
namespace {

using rule::automations::Automations;
using rule::automations::Flow;
using rule::automations::Language;
using rule::automations::Report;
using rule::automations::Request;

struct SwitchRow {
  std::string_view name;
  bool Request::* place;
};
constexpr std::array<SwitchRow, 3> switch_rows{
    {{"activate", &Request::activate}, {"recreate", &Request::recreate}, {"force", &Request::force}}};

Result<Flow> read_flow(const std::string& name, std::string field) {
  const auto flow = rule::automations::parse_flow(name);
  if (!flow)
    return fail(invalid(std::move(field), "There is no such flow. There are: " + rule::automations::flow_names() + "."));
  return *flow;
}

Result<std::optional<Language>> read_language(const json::object& object) {
  const auto text = text_member(object, "language");
  if (text.empty()) return std::nullopt;
  const auto language = rule::automations::parse_language(text);
  if (!language) return fail(invalid("language", "This must be sv or en."));
  return language;
}

Result<std::vector<Flow>> read_flows(const json::value& list) {
  if (!list.is_array()) return fail(invalid("flows", "This must be a list of flows."));
  std::vector<Flow> flows;
  for (const auto& entry : list.get_array()) {
    const auto flow = read_flow(text_of(entry).value_or(""), "flows");
    if (!flow) return fail(flow.error());
    if (std::ranges::find(flows, *flow) == flows.end()) flows.push_back(*flow);
  }
  return flows;
}

Result<Request> read_request(const json::object& object) {
  Request request;
  auto language = read_language(object);
  if (!language) return fail(language.error());
  request.language = *language;
  if (const auto* list = object.if_contains("flows"); list != nullptr && !list->is_null()) {
    auto flows = read_flows(*list);
    if (!flows) return fail(flows.error());
    if (!flows->empty()) request.flows = std::move(*flows);
  }
  for (const auto& row : switch_rows) {
    const auto* value = object.if_contains(row.name);
    if (value == nullptr || value->is_null()) continue;
    if (!value->is_bool()) return fail(invalid(std::string(row.name), "This must be true or false."));
    request.*row.place = value->get_bool();
  }
  return request;
}

json::object flow_object(const rule::automations::FlowReport& flow) {
  json::array steps;
  for (const auto& step : flow.steps)
    steps.push_back(json::object{{"what", step.what},
                                 {"name", step.name},
                                 {"state", rule::automations::to_text(step.state)},
                                 {"action", rule::automations::to_text(step.action)},
                                 {"detail", step.detail},
                                 {"failed", step.failed}});
  return {{"flow", rule::automations::to_text(flow.flow)},
          {"tag", flow.tag},
          {"language", rule::automations::language_tag(flow.language)},
          {"active", flow.active},
          {"steps", std::move(steps)},
          {"notes", json::array(flow.notes.begin(), flow.notes.end())}};
}

Result<json::value> report_value(const Result<Report>& report) {
  if (!report) return fail(report.error());
  json::array flows;
  for (const auto& flow : report->flows) flows.push_back(flow_object(flow));
  return json::value(json::object{{"done", report->done}, {"flows", std::move(flows)}});
}

}  // namespace

Async<Result<json::value>> plan_automations(Automations& automations, const app::Account& account, const json::object& object) {
  const auto request = read_request(object);
  if (!request) co_return fail(request.error());
  co_return report_value(co_await automations.plan(account, *request));
}

Async<Result<json::value>> apply_automations(Automations& automations, const app::Account& account,
                                             const json::object& object) {
  const auto request = read_request(object);
  if (!request) co_return fail(request.error());
  co_return report_value(co_await automations.apply(account, *request));
}

Async<Result<json::value>> remove_automations(Automations& automations, const app::Account& account,
                                              const json::object& object) {
  const auto request = read_request(object);
  if (!request) co_return fail(request.error());
  co_return report_value(co_await automations.remove(account, *request));
}

Async<Result<json::value>> preview_automation(Automations& automations, const app::Account& account,
                                              const json::object& object) {
  const auto flow = read_flow(text_member(object, "flow"), "flow");
  if (!flow) co_return fail(flow.error());
  const auto language = read_language(object);
  if (!language) co_return fail(language.error());
  auto preview = co_await automations.preview(account, *flow, *language, text_member(object, "email"));
  if (!preview) co_return fail(preview.error());
  const bool is_rendered = !preview->html.empty();
  co_return json::value(json::object{{"flow", rule::automations::to_text(preview->flow)},
                                     {"language", rule::automations::language_tag(preview->language)},
                                     {"rendered", is_rendered},
                                     {"html", is_rendered ? json::value(json::string(preview->html)) : json::value(nullptr)},
                                     {"subject", preview->letter.subject},
                                     {"pre_header", preview->letter.pre_header},
                                     {"document", std::move(preview->letter.document)}});
}

}  // namespace kassabro::main
