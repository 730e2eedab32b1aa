#include "http/client.hpp"

namespace kassabro::http {

std::optional<std::string_view> OutboundResponse::header(std::string_view lower_case_name) const {
  for (const auto& [name, value] : headers)
    if (name == lower_case_name) return value;
  return std::nullopt;
}

}  // namespace kassabro::http
