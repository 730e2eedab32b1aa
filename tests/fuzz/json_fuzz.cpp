// JSON from outside: what is read and written again stays what it was.
#include <algorithm>
#include <cmath>

#include "base/json_parts.hpp"
#include "base/json_text.hpp"
#include "tests/fuzz/target.hpp"

namespace kassabro::fuzz {
namespace {

// The last digit of a fraction of 17 digits may be another one: nobody keeps money so.
bool is_same(const json::value& one, const json::value& other) {
  if (one.kind() != other.kind())
    return one.is_number() && other.is_number() && one.to_number<double>() == other.to_number<double>();
  if (const auto* number = one.if_double()) return std::abs(*number - other.get_double()) <= std::abs(*number) * 1e-14;
  if (const auto* list = one.if_array()) return std::ranges::equal(*list, other.get_array(), is_same);
  const auto* object = one.if_object();
  if (object == nullptr) return one == other;
  return object->size() == other.get_object().size() && std::ranges::all_of(*object, [&other](const auto& member) {
           const auto* same = other.get_object().if_contains(member.key());
           return same != nullptr && is_same(member.value(), *same);
         });
}

void read_members(const json::object& object, std::string_view text) {
  for (const auto& [name, value] : object) {
    static_cast<void>(text_member(object, name));
    static_cast<void>(bool_member(object, name));
    if (const auto number = int_member(object, name); number && value.is_int64())
      hold(*number == value.get_int64(), "a whole number is read as it is");
  }
  const auto members = json_members(text);
  hold(members.has_value(), "an object has members");
  hold(members->size() >= object.size(), "no member gets lost");
  for (const auto& member : *members) {
    hold(object.contains(member.name), "a member has the name that it was written with");
    hold(parse_json(member.value).has_value(), "a member as it is written is JSON");
  }
}

void read_entries(const json::array& array, std::string_view text) {
  const auto entries = json_entries(text);
  hold(entries && entries->size() == array.size(), "an array has its entries");
  for (std::size_t i = 0; i < array.size(); ++i)
    hold(is_same(parse_json((*entries)[i]).value(), array[i]), "an entry as it is written is that entry");
}

}  // namespace

void run_one(std::string_view input) {
  const auto pretty = pretty_json(input);
  const auto value = parse_json(input);
  if (!value) {
    hold_field(value.error());
    hold(pretty == input, "what is no JSON is shown as it is");
    return;
  }
  const auto text = to_json_text(*value);
  const auto again = parse_json(text);
  hold(again && is_same(*again, *value), "what was written is what was read");
  hold(is_same(parse_json(pretty).value(), *value), "indented, it is the same");
  if (const auto* object = value->if_object()) read_members(*object, input);
  if (const auto* array = value->if_array()) read_entries(*array, input);
  if (const auto* written = value->if_string()) {
    std::string quoted;
    append_json_string(quoted, *written);
    hold(quoted == text, "a string is written the same way by both writers");
  }
}

}  // namespace kassabro::fuzz
