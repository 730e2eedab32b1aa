#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/json.hpp"

namespace kassabro::rule::automations {

// RCML, Rule's form of a letter (contract of RCML, sections 1 to 6), as JSON values: no text is ever pasted into another.
// Rule's editor wants a UUID on every node. The same seed gives the same ones, so that a letter made anew is the same letter.
class Nodes {
 public:
  explicit Nodes(std::string seed) : seed_(std::move(seed)) {}

  json::object branch(std::string_view tag, json::object attributes, json::array children);
  json::object leaf(std::string_view tag, json::object attributes);
  json::object leaf(std::string_view tag, json::object attributes, json::value content);

 private:
  json::object node(std::string_view tag, json::object attributes);

  std::string seed_;
  int count_ = 0;
};

// A field that letters merge in: by its name, and by its number where that is known (section 5).
struct FieldRef {
  std::string name;  // "Sitoo-Order.total"
  std::int64_t id = 0;
};

// What stands in a paragraph. Texts must not be empty.
json::object text(std::string_view content);
json::object link(std::string_view content, std::string_view address);
json::object line_break();
json::object merge_field(const FieldRef& field);
json::object company_name();  // of the Rule account
json::object loop_value(std::string_view key);

// One paragraph of a leaf's content.
json::object document(json::array inline_nodes);

// Rule fills merge fields ("[CustomField:…]") wherever they stand in a text, so what others have written goes without brackets and
// control characters, and not endlessly long.
std::string plain(std::string_view written);
// Whether a name can stand in a merge field.
bool can_be_merged(std::string_view name);

}  // namespace kassabro::rule::automations
