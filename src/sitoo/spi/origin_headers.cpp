#include "sitoo/spi/origin_headers.hpp"

#include "base/utf8.hpp"
#include "http/url.hpp"

namespace kassabro::sitoo::spi {

app::Origin origin_of(const http::Request& request, std::string_view source) {
  constexpr std::size_t bytes_max = 100;
  const auto header = [&request](std::string_view name) {
    const auto value = http::percent_decode(request.header(name).value_or("")).value_or("");
    return is_utf8(value) ? tame_text(value, bytes_max) : std::string();
  };
  return {std::string(source), header("Store-ID"), header("Staff-ID"), header("Register-ID"), request.trace};
}

}  // namespace kassabro::sitoo::spi
