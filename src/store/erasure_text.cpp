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

[[noreturn]] void refuse() { throw InfrastructureFailure("A kept certificate of an erasure is damaged."); }

json::object object_from(std::string_view text) {
  const auto value = parse_json(text);
  if (!value || !value->is_object()) refuse();
  return value->get_object();
}

const json::array& list_in(const json::object& object, std::string_view name) {
  const auto* list = object.if_contains(name);
  if (list == nullptr || !list->is_array()) refuse();
  return list->get_array();
}

json::array array_of(const std::vector<domain::CustomerKey>& keys) {
  json::array out;
  for (const auto& key : keys) out.push_back({{"kind", name_in(kind_names, key.kind)}, {"text", key.text}});
  return out;
}

std::vector<domain::CustomerKey> keys_from(const json::array& list) {
  std::vector<domain::CustomerKey> keys;
  for (const auto& item : list) {
    if (!item.is_object()) refuse();
    const auto& key = item.get_object();
    if (const auto kind = value_in(kind_names, text_member(key, "kind"))) keys.push_back({*kind, text_member(key, "text")});
  }
  return keys;
}

}  // namespace

std::string to_stored_text(const app::ErasureCounts& counts) {
  json::object out;
  for (const auto& [what, count] : counts) out[what] = count;
  return to_json_text(out);
}

app::ErasureCounts erasure_counts_from(std::string_view text) {
  app::ErasureCounts counts;
  for (const auto& [what, count] : object_from(text)) {
    if (!count.is_int64()) refuse();
    counts[std::string(what)] = count.get_int64();
  }
  return counts;
}

std::string to_stored_text(const app::PersonTraces& traces) {
  if (traces == app::PersonTraces{}) return {};
  json::object out{{"keys", array_of(traces.keys)}, {"orders", json::array(traces.order_ids.begin(), traces.order_ids.end())}};
  if (!traces.former_keys.empty()) out["former_keys"] = array_of(traces.former_keys);
  if (!traces.personal_number.empty()) out["personal_number"] = traces.personal_number;
  return to_json_text(out);
}

app::PersonTraces traces_from(std::string_view text) {
  app::PersonTraces traces;
  if (text.empty()) return traces;
  const auto in = object_from(text);
  traces.keys = keys_from(list_in(in, "keys"));
  if (in.contains("former_keys")) traces.former_keys = keys_from(list_in(in, "former_keys"));
  traces.personal_number = text_member(in, "personal_number");
  for (const auto& id : list_in(in, "orders")) {
    if (!id.is_string()) refuse();
    traces.order_ids.emplace_back(id.get_string());
  }
  return traces;
}

}  // namespace kassabro::store
