#include "http/message.hpp"

#include <array>

namespace kassabro::http {
namespace {
constexpr std::array<std::pair<std::string_view, Method>, 7> methods{{{"GET", Method::get},
                                                                      {"HEAD", Method::head},
                                                                      {"POST", Method::post},
                                                                      {"PUT", Method::put},
                                                                      {"PATCH", Method::patch},
                                                                      {"DELETE", Method::delete_},
                                                                      {"OPTIONS", Method::options}}};
}  // namespace

Method parse_method(std::string_view text) {
  for (const auto& [name, method] : methods)
    if (name == text) return method;
  return Method::other;
}

std::string_view method_name(Method method) {
  for (const auto& [name, candidate] : methods)
    if (candidate == method) return name;
  return "OTHER";
}

}  // namespace kassabro::http
