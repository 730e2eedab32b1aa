#include "rule/automations/flow_work.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kassabro::rule::automations {
namespace {

// Nothing that is asked of Rule now would succeed.
bool stops_all(const CallError& error) {
  return error.kind == CallErrorKind::transport || error.kind == CallErrorKind::unauthorized ||
         error.kind == CallErrorKind::rate_limited;
}

const json::object* trigger_in(const json::object& automail) {
  const auto* trigger = automail.if_contains("trigger");
  return trigger == nullptr ? nullptr : trigger->if_object();
}

}  // namespace

Async<Done> FlowWork::run() {
  made_ = co_await find_made(shop_.memory, shop_.desk.account.id, flow_);
  const auto settings = settings_of(shop_.desk.account);
  report.flow = flow_;
  report.tag = tag_of(shop_.names, flow_);
  report.language = shop_.request.language.value_or(
      settings.language.value_or(parse_language(made_.language).value_or(language_of_country(shop_.desk.account.country))));
  const auto done = co_await work();
  if (!done) {
    if (report.steps.empty() || !report.steps.back().failed)
      report.steps.push_back({.what = "flow", .detail = done.error().message, .failed = true});
    if (stops_all(done.error())) co_return done;
  }
  co_return Done();
}

Async<Done> FlowWork::work() {
  auto go_on = co_await look_at_trigger();
  if (go_on && *go_on && renamed_.empty()) go_on = co_await prepare();
  if (!go_on) co_return std::unexpected(go_on.error());
  if (!*go_on) co_return Done();
  const auto words = letter();
  const auto delay = std::chrono::seconds(settings_of(shop_.desk.account).delay_of(flow_)).count();
  for (const auto part : all_parts) {
    json::object wanted;
    switch (part) {
      case Part::automail:
        wanted = content_of({std::string(title_of(flow_)), description_of(flow_), tag_id(), sendout_type_of(flow_)});
        break;
      case Part::message: wanted = message_content(made_.of(Part::automail).id, words.subject, words.pre_header, delay); break;
      case Part::template_: wanted = template_content(title_of(flow_), words.document); break;
      case Part::dynamic_set: wanted = dynamic_set_content(made_.of(Part::message).id, made_.of(Part::template_).id); break;
    }
    const auto next = co_await do_part(part, std::move(wanted));
    if (!next) co_return std::unexpected(next.error());
    if (!*next) {
      is_whole_ = false;
      break;
    }
  }
  note_rivals();
  co_return co_await switch_on();
}

// A tag that has another name in Rule than the one that is sent starts nothing. It is not ours to rename, nor is the flow to be
// hung on another: whoever renamed it has done so for a reason.
Async<std::expected<bool, CallError>> FlowWork::look_at_trigger() {
  const auto& tag = report.tag;
  if (tag.empty()) {
    report.steps.push_back({.what = "tag",
                            .action = Action::leave,
                            .detail = fmt::format("{} is empty in the account's settings: nothing would start this flow.",
                                                  tag_setting_of(flow_))});
    co_return false;
  }
  if (!shop_.names.start_flows) report.notes.emplace_back("rule.start_flows is off: Kassabro starts no flow.");
  if (!is_on(shop_.names, feed_of(flow_)))
    report.notes.push_back(fmt::format("The feed {} is off: Kassabro does not set the tag.", rule::to_text(feed_of(flow_))));
  if (made_.of(Part::automail).id == 0) co_return true;
  auto shown = co_await show(Part::automail, made_.of(Part::automail).id);
  if (!shown) co_return std::unexpected(shown.error());
  automail_ = std::move(*shown);
  const auto* trigger = automail_ ? trigger_in(*automail_) : nullptr;
  const auto name = trigger == nullptr ? "" : text_member(*trigger, "name");
  if (name.empty() || name == tag || made_.tag != tag) co_return true;
  renamed_ = name;
  report.notes.push_back(
      fmt::format("The trigger tag is now called \"{}\" in Rule; Kassabro sends \"{}\", which does not start this flow. Rename "
                  "it back in Rule, "
                  "or set {} to the new name.",
                  plain(name), tag, tag_setting_of(flow_)));
  co_return true;
}

Async<std::expected<bool, CallError>> FlowWork::prepare() {
  const auto missing = missing_of(shop_.survey, shop_.names, flow_);
  if (missing.nothing()) co_return true;
  constexpr auto how = "A marked test customer brings it into being, starting no flow, and is removed again.";
  if (missing.tag) report.steps.push_back({"tag", report.tag, State::absent, Action::create, how});
  if (missing.fields) report.steps.push_back({"fields", shop_.names.order_group, State::absent, Action::create, how});
  if (shop_.mode == Mode::plan) co_return true;
  const auto prepared = co_await shop_.preparation.prepare(flow_);
  if (prepared)
    if (const auto read = co_await read_names(shop_.desk, shop_.names, shop_.survey); !read)
      co_return std::unexpected(read.error());
  if (prepared && missing_of(shop_.survey, shop_.names, flow_).nothing()) co_return true;
  auto& step = report.steps.back();
  step.failed = true;
  step.detail = prepared ? "Rule has taken the test call, but does not show what it should have made." : prepared.error();
  co_return false;
}

Async<std::expected<bool, CallError>> FlowWork::do_part(Part part, json::object wanted) {
  const auto sight = co_await look(part, wanted);
  const auto name = text_member(wanted, "name");
  if (!sight) {
    report.steps.push_back({.what = std::string(to_text(part)), .name = name, .detail = sight.error().message, .failed = true});
    co_return std::unexpected(sight.error());
  }
  report.steps.push_back({std::string(to_text(part)), name, sight->state, action_for(sight->state), sight->detail});
  if (sight->state == State::found) made_.of(part) = {sight->id, name, "", "", digest_of(wanted)};
  if (shop_.mode == Mode::apply) {
    const auto done = co_await perform(part, *sight, wanted);
    if (!done) {
      report.steps.back().failed = true;
      report.steps.back().detail = done.error().message;
      co_return std::unexpected(done.error());
    }
  }
  if (part == Part::automail && !sight->shown.empty()) report.active = is_active(part, sight->shown);
  co_return sight->state != State::gone && sight->state != State::foreign;
}

// Only what is whole, is started by what is sent, and would not be a second letter to the same people.
Async<Done> FlowWork::switch_on() {
  const auto is_rival_active =
      std::ranges::any_of(rivals(), [](const json::object* automail) { return is_active(Part::automail, *automail); });
  Step step{.what = "activity", .state = State::current};
  if (shop_.request.activate && !report.active) {
    const bool may = is_whole_ && renamed_.empty() && !is_rival_active;
    step.action = may ? Action::activate : Action::leave;
    if (!may) step.detail = "It is not switched on: see above and the notes.";
  }
  report.steps.push_back(step);
  if (step.action != Action::activate || shop_.mode == Mode::plan) co_return Done();
  const auto id = made_.of(Part::automail).id;
  const auto shown = co_await show(Part::automail, id);
  auto& last = report.steps.back();
  auto result = CallResult();
  if (shown && *shown)
    result = co_await shop_.desk.send(
        change_part_call(Part::automail, id, body_of(Part::automail, content_of(Part::automail, **shown), true)));
  else
    result = std::unexpected(shown ? CallError{CallErrorKind::not_found, "It was deleted in Rule just now.", false, {}, {}, 404}
                                   : shown.error());
  report.active = result.has_value();
  if (result) co_return Done();
  last.failed = true;
  last.detail = result.error().message;
  co_return std::unexpected(result.error());
}

std::int64_t FlowWork::tag_id() const {
  if (!renamed_.empty()) return int_member(*trigger_in(*automail_), "id").value_or(0);
  const auto known = shop_.survey.tags.find(report.tag);
  return known == shop_.survey.tags.end() ? 0 : known->second;
}

// Other automations on the same tag.
std::vector<const json::object*> FlowWork::rivals() const {
  std::vector<const json::object*> found;
  const auto tag = tag_id();
  for (const auto& automail : shop_.survey.automails) {
    const auto* trigger = trigger_in(automail);
    const bool is_ours = int_member(automail, "id") == made_.of(Part::automail).id;
    if (tag != 0 && trigger != nullptr && int_member(*trigger, "id") == tag && !is_ours) found.push_back(&automail);
  }
  return found;
}

void FlowWork::note_rivals() {
  for (const auto* rival : rivals())
    report.notes.push_back(
        fmt::format("\"{}\" hangs on the tag {} too{}", plain(text_member(*rival, "name")), report.tag,
                    is_active(Part::automail, *rival)
                        ? " and is switched on: with both, customers would get two letters. Switch one of them on in Rule."
                        : "; it is switched off."));
}

Letter FlowWork::letter() const {
  LetterPlan plan{flow_, report.language, shop_.desk.account.name, shop_.survey.brand, order_fields_of(shop_.names)};
  for (auto* field : refs_of(plan.order))
    if (const auto known = shop_.survey.fields.find(field->name); known != shop_.survey.fields.end()) field->id = known->second;
  return write_letter(plan);
}

}  // namespace kassabro::rule::automations
