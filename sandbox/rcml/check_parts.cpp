#include "sandbox/rcml/check_parts.hpp"

#include <algorithm>

#include "sandbox/rcml/tokens.hpp"

namespace kassabro::sandbox::rcml {

void refuse_document(std::string detail) { throw Refused{{"Invalid template was specified", std::move(detail)}}; }

void refuse_child(std::string_view parent, std::string_view child) {
  throw Refused{{"Not available child component for parent component",
                 std::string(parent) + " may not hold " + (child.empty() ? "this." : std::string(child) + ".")}};
}

void check_members(const json::object& object, std::string_view where, std::initializer_list<std::string_view> required,
                   std::initializer_list<std::string_view> optional) {
  for (const auto name : required)
    if (!object.contains(name)) refuse_document(std::string(where) + "." + std::string(name) + " is missing.");
  for (const auto& [name, _] : object)
    if (std::ranges::find(required, std::string_view(name)) == required.end() &&
        std::ranges::find(optional, std::string_view(name)) == optional.end())
      refuse_document(std::string(where) + "." + std::string(name) + " is not known.");
}

void check_tokens(std::string_view text, const Schema& schema, std::initializer_list<std::string_view> subscriber_names) {
  visit_tokens(text, [&](std::string_view kind, std::string_view argument) {
    const auto name = argument.substr(0, argument.rfind("::"));
    if (kind == "CustomField" && !schema.has_field(name)) refuse_document("There is no field " + std::string(name) + ".");
    if (kind == "Subscriber" && std::ranges::find(subscriber_names, name) == subscriber_names.end())
      refuse_document("[Subscriber:" + std::string(name) + "] is not known.");
  });
}

}  // namespace kassabro::sandbox::rcml
