#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kassabro::http {

enum class PlusSign { is_plus, is_space };

// Percent-decodes; absent when an escape is malformed ("%4", "%zz").
std::optional<std::string> percent_decode(std::string_view text, PlusSign plus = PlusSign::is_plus);

// Percent-encodes all but unreserved characters (RFC 3986).
std::string percent_encode(std::string_view text);

// The parameters of a query, decoded as a form ('+' is a space), in UTF-8. What has a malformed escape, or would be no UTF-8, stays
// escaped: the caller's own check of the value then names the parameter.
class Query {
 public:
  explicit Query(std::string_view text);
  // Of a repeated parameter the last one counts. Absent: not given at all; "" : given without a value.
  std::optional<std::string_view> find(std::string_view name) const&;
  std::optional<std::string_view> find(std::string_view name) const&& = delete;  // the value is the query's
  // All values of a parameter that may be repeated, "name" and "name[]" alike.
  std::vector<std::string_view> all(std::string_view name) const&;
  std::vector<std::string_view> all(std::string_view name) const&& = delete;
  const std::vector<std::pair<std::string, std::string>>& items() const& { return items_; }

 private:
  std::vector<std::pair<std::string, std::string>> items_;
};

}  // namespace kassabro::http
