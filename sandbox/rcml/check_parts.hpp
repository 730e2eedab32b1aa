#pragma once

// The parts of check.hpp's rules. Each throws Refused at the first flaw, so that the walk stays a walk.

#include <initializer_list>
#include <string>
#include <string_view>

#include "sandbox/rcml/check.hpp"

namespace kassabro::sandbox::rcml {

struct Refused {
  Flaw flaw;
};

[[noreturn]] void refuse_document(std::string detail);
[[noreturn]] void refuse_child(std::string_view parent, std::string_view child);

// Refuses members of an object that are not in the list, and those of `required` that are missing.
void check_members(const json::object& object, std::string_view where, std::initializer_list<std::string_view> required,
                   std::initializer_list<std::string_view> optional = {});

// The tokens of a text: the fields must exist, and [Subscriber:…] knows few names.
void check_tokens(std::string_view text, const Schema& schema, std::initializer_list<std::string_view> subscriber_names);
inline constexpr std::initializer_list<std::string_view> subscriber_names_in_email{"email", "phone_number", "language"};
inline constexpr std::initializer_list<std::string_view> subscriber_names_in_sms{"email", "phone_number", "language",
                                                                                 "unsubscribe_text", "stop_word"};

// One attribute of an element: known at all, of the right kind, well-formed.
void check_attribute(std::string_view tag, std::string_view name, const json::value& value);

enum class Paragraphs { many, one };  // a button has one paragraph
void check_rich_text(const json::value& content, std::string_view tag, Paragraphs paragraphs, const Schema& schema);

}  // namespace kassabro::sandbox::rcml
