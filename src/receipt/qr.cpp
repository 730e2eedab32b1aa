#include "receipt/qr.hpp"

#include <fmt/format.h>
#include <qrencode.h>

#include <iterator>
#include <memory>

#include "receipt/markup.hpp"

namespace kassabro::receipt {
namespace {

constexpr int quiet_zone = 4;  // modules around the code, as ISO 18004 wants it

struct FreeCode {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

bool is_dark(const QRcode& code, int x, int y) {
  return x < code.width && (code.data[static_cast<std::ptrdiff_t>(y) * code.width + x] & 1U) != 0;
}

// Each run of dark modules in a row is one rectangle of the path.
void append_path(std::string& out, const QRcode& code) {
  for (int y = 0; y < code.width; ++y)
    for (int x = 0; x < code.width; ++x) {
      if (!is_dark(code, x, y)) continue;
      const int start = x;
      while (is_dark(code, x, y)) ++x;
      fmt::format_to(std::back_inserter(out), "M{} {}h{}v1h-{}z", start + quiet_zone, y + quiet_zone, x - start, x - start);
    }
}

}  // namespace

std::string qr_svg(std::string_view text, std::string_view title) {
  if (text.empty()) return {};
  // Case-sensitive, and digits and capitals in their shorter forms: the code of a usual receipt number is the smallest there is.
  const std::unique_ptr<QRcode, FreeCode> code(QRcode_encodeString(std::string(text).c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1));
  if (!code) return {};
  const int size = code->width + 2 * quiet_zone;
  auto svg = fmt::format(
      R"(<svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {0}" role="img" shape-rendering="crispEdges"><title>{1}</title><rect width="{0}" height="{0}" fill="#fff"/><path fill="#000" d=")",
      size, escaped(title));
  append_path(svg, *code);
  return svg += "\"/></svg>";
}

}  // namespace kassabro::receipt
