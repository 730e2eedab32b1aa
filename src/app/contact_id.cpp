#include <charconv>

#include "app/find_customer.hpp"

namespace kassabro::app {

Result<domain::ContactId> parse_contact_id(std::string_view text) {
  domain::ContactId id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (error != std::errc{} || end != text.data() + text.size() || id <= 0)
    return fail(not_found("contactid", "There is no contact with this id."));
  return id;
}

}  // namespace kassabro::app
