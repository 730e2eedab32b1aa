// Tags and segments of v2 (contract, section 4).
#include "sandbox/answers/answers.hpp"
#include "sandbox/rule/handlers.hpp"

namespace kassabro::sandbox::rule {
namespace {

// By id unless ?identified_by=name says otherwise; a reference that is no number is a name in any case.
OrRefusal<Tag*> named_tag(Call& call) {
  const auto& reference = call.params[0];
  const bool is_id = reference.find_first_not_of("0123456789") == std::string::npos && reference.size() < 18;
  Tag* tag = nullptr;
  if (call.query.find("identified_by") != "name" && is_id) tag = call.account.find_tag(std::stoll(reference));
  if (tag == nullptr) tag = call.account.find_tag(std::string_view(reference));
  if (tag == nullptr) return refuse(404, "NotFound", "The tag does not exist.");
  return tag;
}

json::object tag_json(const Tag& tag) {
  return {{"id", tag.id}, {"name", tag.name}, {"description", text_or_null(tag.description)}};
}

}  // namespace

Answer list_tags_v2(Call& call) {
  const auto page = parse_page_v2(call);
  if (!page) return refuse(page.error());
  json::array items;
  std::size_t index = 0;
  for (const auto& [_, tag] : call.account.tags()) {
    if (index++ < page->first()) continue;
    if (items.size() == page->size) break;
    auto item = tag_json(tag);
    item["created_at"] = to_rule_time(tag.created_at);
    item["updated_at"] = to_rule_time(tag.updated_at);
    items.push_back(std::move(item));
  }
  return json_answer(json::object{{"tags", std::move(items)}, {"meta", page_meta(call, *page, call.account.tags().size())}});
}

// At the root, without created_at and updated_at (SEEN LIVE).
Answer get_tag_v2(Call& call) {
  const auto tag = named_tag(call);
  if (!tag) return refuse(tag.error());
  auto body = tag_json(**tag);
  const auto with_count = call.query.find("with_count").value_or("");
  if (with_count == "true" || with_count == "1") body["recipient_count"] = call.account.recipients_of((*tag)->id);
  return json_answer(std::move(body));
}

Answer put_tag_v2(Call& call) {
  const auto found = named_tag(call);
  if (!found) return refuse(found.error());
  auto& tag = **found;
  const auto name = text_member(call.body, "name");
  if (!name.empty()) {
    const auto* owner = call.account.find_tag(std::string_view(name));
    if (owner != nullptr && owner != &tag) return refuse(409, "DuplicateTag", "A tag with this name exists already.");
    call.account.rename_tag(tag, name);
  }
  if (call.body.contains("description")) tag.description = text_member(call.body, "description");
  tag.updated_at = call.now;
  return json_answer(tag_json(tag));
}

Answer delete_tag_v2(Call& call) {
  const auto tag = named_tag(call);
  if (!tag) return refuse(tag.error());
  call.account.erase_tag((*tag)->id);
  return success();
}

Answer clear_tag_v2(Call& call) {
  const auto tag = named_tag(call);
  if (!tag) return refuse(tag.error());
  for (auto& [_, subscriber] : call.account.subscribers()) untag_subscriber(call, subscriber, **tag);
  return success();
}

Answer list_segments_v2(Call&) {
  return json_answer(json::object{{"segments", json::array{}}, {"meta", json::object{{"next", nullptr}}}});
}

}  // namespace kassabro::sandbox::rule
