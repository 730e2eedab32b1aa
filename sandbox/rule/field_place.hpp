#pragma once

#include <optional>
#include <string_view>

#include "sandbox/rule/account.hpp"

namespace kassabro::sandbox::rule {

struct FieldPlace {
  const Group* group = nullptr;
  const Field* field = nullptr;
};

// A field as templates name it: "Order.Total" or its id. Absent: there is no such field.
std::optional<FieldPlace> find_field_place(Account& account, std::string_view reference);

}  // namespace kassabro::sandbox::rule
