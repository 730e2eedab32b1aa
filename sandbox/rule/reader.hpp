#pragma once

#include <string>

#include "base/clock.hpp"
#include "sandbox/rcml/values.hpp"
#include "sandbox/rule/account.hpp"

namespace kassabro::sandbox::rule {

// Where the links of one letter lead; "" in a preview.
struct LetterLinks {
  std::string unsubscribe, web_browser;
};

// A subscriber as the one who reads a message: what its merge fields stand for.
class Reader final : public rcml::Values {
 public:
  Reader(Account& account, Subscriber& subscriber, LetterLinks links, Timestamp now)
      : account_(account), subscriber_(subscriber), links_(std::move(links)), now_(now) {}

  std::optional<std::string> find(std::string_view kind, std::string_view argument) const override;
  std::optional<json::array> items_of(std::string_view field) const override;
  bool has_tag(std::int64_t tag_id) const override;

 private:
  // The stored text and its field; a historical group shows its latest record (which one Rule shows is OPEN).
  std::string stored(std::string_view reference, FieldType& type) const;
  std::string custom_field(std::string_view reference) const;
  std::string own(std::string_view name) const;
  std::string of_company(std::string_view name) const;

  Account& account_;
  Subscriber& subscriber_;
  LetterLinks links_;
  Timestamp now_;
};

}  // namespace kassabro::sandbox::rule
