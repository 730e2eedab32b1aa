// API keys of v3 (contract, section 9): the key itself is shown once.
#include <algorithm>

#include "sandbox/answers/answers.hpp"
#include "sandbox/rule/handlers.hpp"

namespace kassabro::sandbox::rule {
namespace {

json::object key_json(const Key& key) {
  const auto created = to_rule_time(key.created_at);
  return {{"id", key.id}, {"name", key.name}, {"created_at", created}, {"updated_at", created}};
}

}  // namespace

Answer list_keys_v3(Call& call) {
  json::array items;
  for (const auto* key : call.state.keys_of(call.account.id)) items.push_back(key_json(*key));
  return json_answer(json::object{{"data", std::move(items)}});
}

Answer post_key_v3(Call& call) {
  auto name = text_member(call.body, "name");
  if (name.empty()) return refuse_field(422, "ValidationError", "name", "The name field is required.");
  const auto& key = call.state.add_key(call.account.id, std::move(name), call.now);
  auto body = key_json(key);
  body["key"] = key.key;
  return json_answer(json::object{{"data", std::move(body)}}, 201);
}

Answer delete_key_v3(Call& call) {
  const auto keys = call.state.keys_of(call.account.id);
  const auto found = std::ranges::find_if(keys, [&](const Key* key) { return std::to_string(key->id) == call.params[0]; });
  if (found == keys.end()) return refuse(404, "NotFound", "There is no such key.");
  call.state.remove_key(call.account.id, (*found)->id);
  return no_content();
}

}  // namespace kassabro::sandbox::rule
