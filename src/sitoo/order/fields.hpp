#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "base/json.hpp"

namespace kassabro::sitoo {

// Reads the members of one Sitoo object; `where` is its place in the body ("orderitems[0].") for error messages.
class Fields {
 public:
  static constexpr std::size_t text_bytes_max = 500;

  Fields(const json::object& object, std::string where, std::string_view currency)
      : object_(object), where_(std::move(where)), currency_(currency) {}

  // An object or an array where a text belongs is an error, not an absent text.
  Result<void> check_texts(std::initializer_list<std::string_view> names) const;
  // The first of the names that has a value, tamed to 500 bytes without control characters; "" when none has.
  std::string text(std::initializer_list<std::string_view> names) const;
  // Money text in the order's currency, as minor units; absent when none of the names is there.
  Result<std::optional<std::int64_t>> amount(std::initializer_list<std::string_view> names) const;
  // A whole number, or its text.
  Result<std::optional<std::int64_t>> integer(std::string_view name) const;
  // The object below `name`; an empty one when absent or `[]` (PHP writes an empty map so). Error: any other kind.
  Result<json::object> map(std::string_view name) const;
  // The array below `name`; an empty one when absent.
  Result<json::array> list(std::string_view name) const;

  std::string place(std::string_view name) const { return where_ + std::string(name); }

 private:
  const json::object& object_;
  std::string where_;
  std::string_view currency_;
};

}  // namespace kassabro::sitoo
