#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rule/field.hpp"
#include "rule/tags.hpp"

namespace kassabro::rule {

// What there is in Rule by the tables of fields and the rules of tags: docs/mapping.md is written from it.
struct FieldReference {
  std::string name;
  FieldType type;
  std::string_view what;      // what is put there
  bool is_told_by_orders = true;  // false: only the person's own choice changes it
};
struct GroupReference {
  std::string name;
  bool is_historical = false;  // one record an order; otherwise one record a person
  bool is_native = false;      // Rule's own, filled when `native_groups` is on
  std::vector<FieldReference> fields;
};
struct TagReference {
  std::string name;
  std::string_view when;
  bool starts_flows = false;
};

std::vector<GroupReference> list_groups(RuleNames names);
std::vector<TagReference> list_tags(const RuleNames& names);

}  // namespace kassabro::rule
