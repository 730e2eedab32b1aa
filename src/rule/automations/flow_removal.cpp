#include "rule/automations/flow_removal.hpp"

#include <fmt/format.h>

#include <ranges>

namespace kassabro::rule::automations {

Async<Done> FlowRemoval::run() {
  made_ = co_await find_made(memory_, desk_.account.id, flow_);
  report.flow = flow_;
  report.tag = made_.tag;
  report.language = parse_language(made_.language).value_or(language_of_country(desk_.account.country));
  for (const auto part : all_parts | std::views::reverse)
    if (made_.of(part).id != 0)
      if (auto done = co_await look(part); !done) co_return done;
  if (const auto id = made_.of(Part::automail).id; id != 0) {
    auto done = co_await look_for_others(Part::message, made_.of(Part::message).id, list_messages_call(id), "message");
    if (!done) co_return done;
  }
  if (const auto id = made_.of(Part::message).id; id != 0) {
    auto done =
        co_await look_for_others(Part::dynamic_set, made_.of(Part::dynamic_set).id, list_dynamic_sets_call(id), "dynamic set");
    if (!done) co_return done;
  }
  is_kept_ = is_kept_ && !force_;
  if (is_kept_)
    report.notes.emplace_back("Somebody has edited or added something in Rule: the flow stays whole. --force removes it.");
  for (auto& step : report.steps) {
    if (step.state == State::gone) continue;
    step.action = is_kept_ ? Action::keep : Action::remove;
  }
  if (is_kept_) co_return Done();
  std::size_t at = 0;
  for (const auto part : all_parts | std::views::reverse)
    if (made_.of(part).id != 0)
      if (auto done = co_await remove(part, report.steps.at(at++)); !done) co_return done;
  co_return Done();
}

Async<Done> FlowRemoval::look(Part part) {
  const auto kept = made_.of(part);
  report.steps.push_back({.what = std::string(to_text(part)), .name = kept.name, .state = State::current});
  auto& step = report.steps.back();
  const auto answer = co_await desk_.send(get_part_call(part, kept.id));
  if (!answer && answer.error().kind == CallErrorKind::not_found) {
    step.state = State::gone;
    co_return Done();
  }
  if (!answer) {
    step.failed = true;
    step.detail = answer.error().message;
    co_return std::unexpected(answer.error());
  }
  const auto* shown = data_of(*answer);
  if (part == Part::automail && shown != nullptr) report.active = is_active(part, *shown);
  const bool is_ours = shown != nullptr && (kept.read.empty() || digest_of(content_of(part, *shown)) == kept.read);
  if (is_ours) co_return Done();
  step.state = State::edited;
  step.detail = "Somebody has edited it in Rule.";
  is_kept_ = true;
  co_return Done();
}

Async<Done> FlowRemoval::look_for_others(Part part, std::int64_t own_id, Call list, std::string_view what) {
  const auto answer = co_await desk_.send(std::move(list));
  if (!answer && answer.error().kind != CallErrorKind::not_found) {
    report.steps.push_back({.what = std::string(to_text(part)), .detail = answer.error().message, .failed = true});
    co_return std::unexpected(answer.error());
  }
  if (!answer) co_return Done();
  for (const auto& entry : list_of(*answer)) {
    if (int_member(entry, "id") == own_id) continue;
    is_kept_ = true;
    report.notes.push_back(fmt::format("A {} was added in Rule that is not Kassabro's.", what));
  }
  co_return Done();
}

Async<Done> FlowRemoval::remove(Part part, Step& step) {
  auto& kept = made_.of(part);
  const auto answer = co_await desk_.send(remove_part_call(part, kept.id));
  if (!answer && answer.error().kind != CallErrorKind::not_found) {
    step.failed = true;
    step.detail = answer.error().message;
    co_return std::unexpected(answer.error());
  }
  kept = {};
  co_await save_made(memory_, desk_.account.id, flow_, made_);
  co_return Done();
}

}  // namespace kassabro::rule::automations
