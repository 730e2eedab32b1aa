#include "rule/automations/survey.hpp"

#include "rule/answers.hpp"
#include "rule/wire.hpp"

namespace kassabro::rule::automations {
namespace {

constexpr std::size_t pages_max = 50;

void add_fields(Survey& survey, const json::value& body) {
  const auto* groups = body.is_object() ? body.get_object().if_contains("groups") : nullptr;
  if (groups == nullptr || !groups->is_array()) return;
  for (const auto& item : groups->get_array()) {
    const auto* group = item.if_object();
    const auto* fields = group == nullptr ? nullptr : group->if_contains("fields");
    if (fields == nullptr || !fields->is_array()) continue;
    for (const auto& entry : fields->get_array())
      if (const auto* field = entry.if_object())
        if (const auto id = int_member(*field, "id"))
          survey.fields[text_member(*group, "name") + "." + text_member(*field, "name")] = *id;
  }
}

Async<Done> read_tag(Desk desk, std::string name, Survey& survey) {
  if (name.empty()) co_return Done();
  const auto answer = co_await desk.send(find_tag_call(name));
  if (!answer && answer.error().kind != CallErrorKind::not_found) co_return std::unexpected(answer.error());
  const auto id = answer && answer->body.is_object() ? int_member(answer->body.get_object(), "id") : std::nullopt;
  if (id) survey.tags[name] = *id;
  co_return Done();
}

// An account without brand styles, or a key that may not see them, has the editor's own look.
Async<std::expected<Brand, CallError>> read_brand(Desk desk) {
  const auto is_none = [](const CallError& error) {
    return error.kind == CallErrorKind::not_found || error.kind == CallErrorKind::invalid || error.status == 403;
  };
  const auto list = co_await desk.send(list_brand_styles_call());
  if (!list && !is_none(list.error())) co_return std::unexpected(list.error());
  const auto id = list ? parse_brand_choice(list->body) : std::nullopt;
  if (!id) co_return Brand{};
  const auto style = co_await desk.send(get_brand_style_call(*id));
  if (!style && !is_none(style.error())) co_return std::unexpected(style.error());
  co_return style ? parse_brand(style->body) : Brand{};
}

}  // namespace

Async<Done> read_names(Desk desk, const RuleNames& names, Survey& survey) {
  for (const auto flow : all_flows)
    if (auto done = co_await read_tag(desk, tag_of(names, flow), survey); !done) co_return done;
  for (std::size_t page = 1; page <= pages_max;) {
    const auto answer = co_await desk.send(list_groups_call(page));
    if (!answer) co_return std::unexpected(answer.error());
    add_fields(survey, answer->body);
    const auto next = parse_next_page(answer->body);
    if (!next || *next <= page) break;
    page = *next;
  }
  co_return Done();
}

Async<std::expected<std::vector<json::object>, CallError>> list_all(Desk desk, Part part) {
  std::vector<json::object> all;
  for (std::size_t page = 1; page <= pages_max; ++page) {
    const auto answer = co_await desk.send(list_parts_call(part, page));
    if (!answer) co_return std::unexpected(answer.error());
    auto items = list_of(*answer);
    // Rule may give fewer a page than were asked for (OPEN), so only an empty page is certainly the last.
    const bool is_new = !items.empty() && (all.empty() || int_member(items.back(), "id") != int_member(all.back(), "id"));
    if (!is_new) break;
    std::ranges::move(items, std::back_inserter(all));
  }
  co_return all;
}

Async<std::expected<Survey, CallError>> take_survey(Desk desk, const RuleNames& names) {
  Survey survey;
  if (const auto done = co_await read_names(desk, names, survey); !done) co_return std::unexpected(done.error());
  auto brand = co_await read_brand(desk);
  if (!brand) co_return std::unexpected(brand.error());
  survey.brand = std::move(*brand);
  auto automails = co_await list_all(desk, Part::automail);
  if (!automails) co_return std::unexpected(automails.error());
  survey.automails = std::move(*automails);
  co_return survey;
}

}  // namespace kassabro::rule::automations
