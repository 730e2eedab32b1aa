#include "store/erasure_text.hpp"

#include "base/error.hpp"
#include "base/json.hpp"
#include "base/name_table.hpp"

namespace kassabro::store {
namespace {

using domain::KeyKind;

constexpr NameTable<KeyKind, 4> kind_names{{{KeyKind::email, "email"},
                                            {KeyKind::phone, "phone"},
                                            {KeyKind::member_number, "member_number"},
                                            {KeyKind::contact_id, "contact_id"}}};

json::object object_from(std::string_view text) {
  const auto value = parse_json(text);
  if (!value || !value->is_object()) throw InfrastructureFailure("A kept certificate of an erasure is damaged.");
  return value->get_object();
}

}  // namespace

std::string to_stored_text(const app::ErasureCounts& counts) {
  json::object out;
  for (const auto& [what, count] : counts) out[what] = count;
  return to_json_text(out);
}

app::ErasureCounts erasure_counts_from(std::string_view text) {
  app::ErasureCounts counts;
  for (const auto& [what, count] : object_from(text)) counts[std::string(what)] = count.as_int64();
  return counts;
}

std::string to_stored_text(const app::PersonTraces& traces) {
  if (traces == app::PersonTraces{}) return {};
  json::array keys;
  for (const auto& key : traces.keys) keys.push_back({{"kind", name_in(kind_names, key.kind)}, {"text", key.text}});
  return to_json_text(
      json::object{{"keys", std::move(keys)}, {"orders", json::array(traces.order_ids.begin(), traces.order_ids.end())}});
}

app::PersonTraces traces_from(std::string_view text) {
  app::PersonTraces traces;
  if (text.empty()) return traces;
  const auto in = object_from(text);
  for (const auto& item : in.at("keys").as_array()) {
    const auto& key = item.as_object();
    if (const auto kind = value_in(kind_names, text_member(key, "kind")))
      traces.keys.push_back({*kind, text_member(key, "text")});
  }
  for (const auto& id : in.at("orders").as_array()) traces.order_ids.emplace_back(id.as_string());
  return traces;
}

}  // namespace kassabro::store
