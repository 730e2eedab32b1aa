#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/json.hpp"

namespace kassabro::sandbox::rcml {

// What the merge fields of a document stand for: one reader's data, or nobody's.
class Values {
 public:
  virtual ~Values() = default;
  // The text of [Kind:argument], "" when there is none. Absent: the token stays as it is written, as a preview without a
  // reader shows it.
  virtual std::optional<std::string> find(std::string_view kind, std::string_view argument) const = 0;
  // The items of a loop over a custom field; absent as above: the loop shows once.
  virtual std::optional<json::array> items_of(std::string_view field) const = 0;
  virtual bool has_tag(std::int64_t tag_id) const = 0;
};

// A preview without a reader.
class NoValues final : public Values {
 public:
  std::optional<std::string> find(std::string_view, std::string_view) const override { return std::nullopt; }
  std::optional<json::array> items_of(std::string_view) const override { return std::nullopt; }
  bool has_tag(std::int64_t) const override { return false; }
};

}  // namespace kassabro::sandbox::rcml
