#include "sitoo/spi/change_wire.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace kassabro::sitoo::spi {
namespace {

using domain::ContactChange;

struct FlagKey {
  std::string_view key;
  std::optional<bool> ContactChange::* place;
};

constexpr std::array<FlagKey, 3> flag_keys{{{"accepts_email", &ContactChange::accepts_email},
                                            {"accepts_sms", &ContactChange::accepts_sms},
                                            {"accepts_mail", &ContactChange::accepts_mail}}};

}  // namespace

Result<void> read_texts(ContactChange& change, const json::object& object, std::span<const TextKey> keys, EmptyText empty_text,
                        const std::string& where) {
  for (const auto& [key, field] : keys) {
    const auto* value = object.if_contains(key);
    if (value == nullptr || value->is_null()) continue;
    auto name = where + std::string(key);
    auto text = text_of(*value);
    if (!text) return fail(invalid(std::move(name), "This is not a text."));
    if (trimmed(*text).empty() && empty_text == EmptyText::is_absent) continue;
    change.texts.push_back({field, std::move(*text), std::move(name)});
  }
  return {};
}

Result<void> read_accepts(ContactChange& change, const json::object& object) {
  for (const auto& [key, place] : flag_keys) {
    if (find_member(object, key) == nullptr) continue;
    const auto flag = bool_member(object, key);
    if (!flag) return fail(invalid(std::string(key), "This is neither true nor false."));
    change.*place = *flag;
  }
  return {};
}

Result<std::vector<std::string>> parse_consent_ids(const json::value& value, const std::string& name) {
  constexpr std::size_t count_max = 100;
  constexpr std::size_t bytes_max = 100;
  const auto refused = fail(invalid(name, "This is not an array of at most 100 consent ids."));
  if (!value.is_array() || value.get_array().size() > count_max) return refused;
  std::vector<std::string> ids;
  for (const auto& entry : value.get_array()) {
    auto id = text_of(entry);
    if (!id || id->size() > bytes_max || has_control_characters(*id)) return refused;
    if (!id->empty() && std::ranges::find(ids, *id) == ids.end()) ids.push_back(std::move(*id));
  }
  return ids;
}

}  // namespace kassabro::sitoo::spi
