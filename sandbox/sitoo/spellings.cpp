#include "sandbox/sitoo/spellings.hpp"

#include "base/time_text.hpp"

namespace kassabro::sandbox::sitoo {

std::string first_text(const json::object& object, Spellings names) {
  for (const auto* name : names)
    if (auto text = text_member(object, name); !text.empty()) return text;
  return "";
}

const json::array* first_array(const json::object& object, Spellings names) {
  for (const auto* name : names)
    if (const auto* value = object.if_contains(name); value != nullptr && value->is_array()) return &value->get_array();
  return nullptr;
}

std::string first_date(const json::object& object, Spellings names) {
  for (const auto* name : names) {
    if (const auto seconds = int_member(object, name)) return to_iso(from_epoch_ms(*seconds * 1000));
    if (auto text = text_member(object, name); !text.empty()) return text;
  }
  return "";
}

}  // namespace kassabro::sandbox::sitoo
