#include "sandbox/rule/field_place.hpp"

namespace kassabro::sandbox::rule {

std::optional<FieldPlace> find_field_place(Account& account, std::string_view reference) {
  const auto dot = reference.find('.');
  if (dot != std::string_view::npos) {
    auto* group = account.find_group(reference.substr(0, dot));
    const auto* field = group == nullptr ? nullptr : account.find_field(*group, reference.substr(dot + 1));
    if (field == nullptr) return std::nullopt;
    return FieldPlace{group, field};
  }
  for (const auto& [_, group] : account.groups())
    for (const auto& field : group.fields)
      if (std::to_string(field.id) == reference) return FieldPlace{&group, &field};
  return std::nullopt;
}

}  // namespace kassabro::sandbox::rule
