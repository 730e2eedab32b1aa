#pragma once

#include <map>
#include <string>

#include "base/json.hpp"

namespace kassabro::sandbox::rcml {

// What a document's head says of its looks, and what the editor's defaults say where it is silent.
class Styles {
 public:
  explicit Styles(const json::value& head);
  // The attributes of a node: its own before its classes', before those that rc-attributes gives its tag, before the defaults.
  json::object attributes_for(const json::value& node) const;

 private:
  std::map<std::string, json::object, std::less<>> tags_, classes_;
};

}  // namespace kassabro::sandbox::rcml
