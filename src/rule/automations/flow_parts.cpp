// One part of a flow: found, by its remembered id or by what it is, and brought to what is wanted.
#include <fmt/format.h>

#include <algorithm>

#include "rule/automations/flow_work.hpp"

namespace kassabro::rule::automations {
namespace {

constexpr int names_max = 20;

constexpr std::string_view edited_detail = "Somebody has edited it in Rule; it stays as it is.";
constexpr std::string_view outrun_detail =
    " Kassabro would write something else by now: delete it in Rule and apply with --recreate to get that.";
constexpr std::string_view gone_detail = "It was deleted in Rule; apply --recreate makes it again.";

// A name of ours, or the next one that may be free: "Kassabro Winback 2".
std::string numbered(const std::string& name, int number) { return number == 1 ? name : fmt::format("{} {}", name, number); }

}  // namespace

Async<std::expected<std::optional<json::object>, CallError>> FlowWork::show(Part part, std::int64_t id) {
  const auto answer = co_await shop_.desk.send(get_part_call(part, id));
  if (!answer && answer.error().kind == CallErrorKind::not_found) co_return std::nullopt;
  if (!answer) co_return std::unexpected(answer.error());
  const auto* data = data_of(*answer);
  if (data == nullptr)
    co_return std::unexpected(CallError{CallErrorKind::server, "Rule answered without data", true, {}, {}, answer->status});
  co_return *data;
}

Async<FlowWork::Seen> FlowWork::look(Part part, json::object& wanted) {
  const auto kept = made_.of(part);
  if (kept.id == 0) co_return co_await search(part, wanted);
  if (wanted.contains("name")) wanted["name"] = kept.name;  // it may have got another, since ours was taken
  std::optional<json::object> shown = automail_;
  if (part != Part::automail) {
    auto asked = co_await show(part, kept.id);
    if (!asked) co_return std::unexpected(asked.error());
    shown = std::move(*asked);
  }
  const auto content = shown ? std::optional(content_of(part, *shown)) : std::nullopt;
  Sight sight{state_of(wanted, kept, content), kept.id, shown.value_or(json::object{}), ""};
  if (sight.state == State::edited)
    sight.detail = std::string(edited_detail) + std::string(digest_of(wanted) == kept.wrote ? "" : outrun_detail);
  if (sight.state != State::gone) co_return sight;
  sight.detail = gone_detail;
  if (!shop_.request.recreate) co_return sight;
  forget(part);
  if (wanted.contains("name")) wanted["name"] = title_of(flow_);
  if (part == Part::message) wanted["automail_id"] = made_.of(Part::automail).id;
  co_return co_await search(part, wanted);
}

// What hung on it is gone with it, or is of no use any more.
void FlowWork::forget(Part part) {
  made_.of(part) = {};
  if (part == Part::automail) made_.of(Part::message) = {};
  if (part == Part::automail || part == Part::message) made_.of(Part::dynamic_set) = {};
}

Async<FlowWork::Seen> FlowWork::search(Part part, json::object& wanted) {
  switch (part) {
    case Part::automail: co_return co_await search_by_name(part, wanted, shop_.survey.automails);
    case Part::message: co_return co_await search_message(wanted);
    case Part::dynamic_set: co_return co_await search_dynamic_set(wanted);
    case Part::template_: break;
  }
  if (!shop_.survey.templates) {
    auto all = co_await list_all(shop_.desk, part);
    if (!all) co_return std::unexpected(all.error());
    shop_.survey.templates = std::move(*all);
  }
  co_return co_await search_by_name(part, wanted, *shop_.survey.templates);
}

// Ours is what has our name and all that we would write. A name that is somebody else's is left to them.
Async<FlowWork::Seen> FlowWork::search_by_name(Part part, json::object& wanted, const std::vector<json::object>& all) {
  const auto name = text_member(wanted, "name");
  Sight sight;
  for (int number = 1; number <= names_max; ++number) {
    wanted["name"] = numbered(name, number);
    const auto same_name = [&](const json::object& entry) {
      return text_member(entry, "name") == wanted.at("name").as_string();
    };
    const auto twin = std::ranges::find_if(all, same_name);
    if (twin == all.end()) co_return sight;
    const auto id = int_member(*twin, "id").value_or(0);
    const auto shown = co_await show(part, id);  // a list may show less
    if (!shown) co_return std::unexpected(shown.error());
    if (*shown && fits(content_of(part, **shown), wanted))
      co_return Sight{State::found, id, **shown, "Made by Kassabro before; taken up again."};
    sight.detail = fmt::format("The name \"{}\" is taken in Rule by another one, which stays.", name);
  }
  sight.state = State::foreign;
  co_return sight;
}

Async<FlowWork::Seen> FlowWork::search_message(const json::object& wanted) {
  const auto automail_id = made_.of(Part::automail).id;
  if (automail_id == 0) co_return Sight{};
  const auto answer = co_await shop_.desk.send(list_messages_call(automail_id));
  if (!answer) co_return std::unexpected(answer.error());
  const auto messages = list_of(*answer);
  if (messages.empty()) co_return Sight{};
  for (const auto& message : messages)
    if (fits(content_of(Part::message, message), wanted))
      co_return Sight{State::found, int_member(message, "id").value_or(0), message, "Made by Kassabro before; taken up again."};
  co_return Sight{
      State::foreign, 0, {}, "Another message stands in this automation; with a second one, customers would get two letters."};
}

Async<FlowWork::Seen> FlowWork::search_dynamic_set(const json::object& wanted) {
  const auto message_id = made_.of(Part::message).id;
  if (message_id == 0) co_return Sight{};
  const auto answer = co_await shop_.desk.send(list_dynamic_sets_call(message_id));
  if (!answer) co_return std::unexpected(answer.error());
  const auto sets = list_of(*answer);
  if (sets.empty()) co_return Sight{};
  for (const auto& set : sets) {
    const auto id = int_member(set, "id").value_or(0);
    const auto shown = co_await show(Part::dynamic_set, id);
    if (!shown) co_return std::unexpected(shown.error());
    if (*shown && fits(content_of(Part::dynamic_set, **shown), wanted))
      co_return Sight{State::found, id, **shown, "Made by Kassabro before; taken up again."};
    if (*shown && !int_member(**shown, "template_id")) co_return Sight{State::outdated, id, **shown, "It has no letter yet."};
  }
  co_return Sight{State::foreign, 0, {}, "The message has another letter already, which stays."};
}

Async<Done> FlowWork::perform(Part part, const Sight& sight, const json::object& wanted) {
  switch (sight.state) {
    case State::absent: co_return co_await create(part, wanted);
    case State::outdated: co_return co_await update(part, sight, wanted);
    case State::found: co_return co_await settle(part, wanted);
    case State::current:
      if (digest_of(content_of(part, sight.shown)) != made_.of(part).read) co_return co_await settle(part, wanted);
      break;
    case State::edited:
    case State::gone:
    case State::foreign: break;
  }
  co_return Done();
}

Async<Done> FlowWork::create(Part part, const json::object& wanted) {
  const auto answer = co_await shop_.desk.send(create_part_call(part, body_of(part, wanted, std::nullopt)));
  if (!answer) co_return std::unexpected(answer.error());
  const auto* data = data_of(*answer);
  const auto id = data == nullptr ? std::nullopt : int_member(*data, "id");
  if (!id)
    co_return std::unexpected(
        CallError{CallErrorKind::server, "Rule does not say which number the new part has", true, {}, {}, answer->status});
  made_.of(part) = {*id, text_member(wanted, "name"), "", "", digest_of(wanted)};
  co_return co_await settle(part, wanted);
}

Async<Done> FlowWork::update(Part part, const Sight& sight, const json::object& wanted) {
  auto& kept = made_.of(part);
  kept.id = sight.id;
  kept.writing = digest_of(wanted);
  co_await save();
  const auto body = body_of(part, wanted, is_active(part, sight.shown));
  const auto answer = co_await shop_.desk.send(change_part_call(part, sight.id, body));
  if (!answer) co_return std::unexpected(answer.error());
  co_return co_await settle(part, wanted);
}

// Noted first, then read back: what Rule shows now is what a person's edit will differ from.
Async<Done> FlowWork::settle(Part part, const json::object& wanted) {
  if (part == Part::automail) made_.tag = report.tag;
  made_.language = language_tag(report.language);
  co_await save();
  const auto shown = co_await show(part, made_.of(part).id);
  if (!shown) co_return std::unexpected(shown.error());
  if (!*shown)
    co_return std::unexpected(CallError{CallErrorKind::not_found, "It was deleted in Rule just now.", false, {}, {}, 404});
  auto& kept = made_.of(part);
  kept.wrote = digest_of(wanted);
  kept.read = digest_of(content_of(part, **shown));
  kept.writing.clear();
  co_await save();
  co_return Done();
}

Async<void> FlowWork::save() { co_await save_made(shop_.memory, shop_.desk.account.id, flow_, made_); }

}  // namespace kassabro::rule::automations
