#include "admin/numbers.hpp"

#include <charconv>

namespace kassabro::admin {

Result<std::int64_t> parse_id(std::string_view text, std::string field) {
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (error != std::errc{} || end != text.data() + text.size() || id <= 0)
    return fail(invalid(std::move(field), "This is not an id."));
  return id;
}

}  // namespace kassabro::admin
