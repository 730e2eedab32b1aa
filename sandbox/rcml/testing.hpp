#pragma once

// Documents and a reader for the tests of this directory.

#include <map>
#include <string>
#include <string_view>

#include "base/json.hpp"
#include "sandbox/rcml/check.hpp"
#include "sandbox/rcml/values.hpp"

namespace kassabro::sandbox::rcml::testing {

inline json::value parsed(std::string_view text) { return *parse_json(text); }

// An email whose body holds these nodes, with this head.
inline json::value email_of(std::string_view body, std::string_view head = "") {
  return parsed(R"({"tagName":"rcml","children":[{"tagName":"rc-head","children":[)" + std::string(head) +
                R"(]},{"tagName":"rc-body","children":[)" + std::string(body) + "]}]}");
}

inline std::string section_of(std::string_view parts) {
  return R"({"tagName":"rc-section","children":[{"tagName":"rc-column","children":[)" + std::string(parts) + "]}]}";
}

// An rc-text of one paragraph that holds these inline nodes.
inline std::string text_of_inline(std::string_view nodes) {
  return R"({"tagName":"rc-text","content":{"type":"doc","content":[{"type":"paragraph","content":[)" + std::string(nodes) +
         "]}]}}";
}

inline std::string placeholder(std::string_view type, std::string_view argument) {
  return R"({"type":"placeholder","attrs":{"type":")" + std::string(type) + R"(","value":null,"name":"n","original":"[)" +
         std::string(type) + ":" + std::string(argument) + R"(]","max-length":null}})";
}

// Anna, who bought two things for 349.00.
struct Anna final : Values, Schema {
  std::map<std::string, std::string, std::less<>> fields{
      {"Order.Total", "349.00"}, {"13", "349.00"}, {"Subscriber.FirstName", "Anna <b>"}, {"Order.Date", "2026-11-23 11:00:00"}};
  std::optional<std::string> find(std::string_view kind, std::string_view argument) const override {
    const auto found = kind == "CustomField" ? fields.find(argument) : fields.end();
    return found == fields.end() ? "" : found->second;
  }
  std::optional<json::array> items_of(std::string_view) const override {
    return parsed(R"([{"name":"Mug","qty":2},{"name":"Tea & milk","qty":1}])").as_array();
  }
  bool has_field(std::string_view reference) const override { return fields.contains(reference); }
  bool has_tag(std::int64_t tag_id) const override { return tag_id == 42; }
};

}  // namespace kassabro::sandbox::rcml::testing
