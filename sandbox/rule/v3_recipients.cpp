// Whom the editor offers as recipients (contract, section 8).
#include "sandbox/answers/answers.hpp"
#include "sandbox/rule/handlers.hpp"

namespace kassabro::sandbox::rule {
namespace {

// One page of a map's entries; each item says whether another follows it.
template <class Map, class Write>
json::array page_of(const Call& call, const Map& map, Write write) {
  const auto page = parse_page_v3(call);
  json::array items;
  std::size_t index = 0;
  for (const auto& [_, entry] : map) {
    if (index++ < page.first()) continue;
    if (items.size() == page.size) break;
    json::object item = write(entry);
    item["has_next_item"] = index < map.size();
    items.push_back(std::move(item));
  }
  return items;
}

}  // namespace

Answer list_recipients_v3(Call& call) {
  const auto& kind = call.params[0];
  json::array items;
  if (kind == "tags") {
    items = page_of(call, call.account.tags(), [](const Tag& tag) { return json::object{{"id", tag.id}, {"name", tag.name}}; });
  } else if (kind == "subscribers") {
    items = page_of(call, call.account.subscribers(), [&](const Subscriber& subscriber) {
      return json::object{{"id", subscriber.id},
                          {"email", text_or_null(subscriber.email)},
                          {"phone", text_or_null(subscriber.phone)},
                          {"custom_identifier", text_or_null(subscriber.custom_identifier)},
                          {"account_id", call.account.id},
                          {"status", to_text(subscriber.status)},
                          {"language", subscriber.language}};
    });
  } else if (kind != "segments") {  // of which there are none
    return refuse(404, "NotFound", "There is no such resource.");
  }
  return json_answer(json::object{{"data", std::move(items)}});
}

}  // namespace kassabro::sandbox::rule
