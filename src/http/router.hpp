#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "http/message.hpp"

namespace kassabro::http {

// The values of a pattern's {places}, in order, percent-decoded.
class PathParams {
 public:
  static constexpr std::size_t count_max = 4;
  const std::string& operator[](std::size_t index) const { return values_.at(index); }
  std::size_t size() const { return size_; }
  bool add(std::string value);

 private:
  std::array<std::string, count_max> values_;
  std::size_t size_ = 0;
};

// One line of an API's table: `{Method::get, "/contacts/{id}", &get_contact}`.
template <class Handler>
struct Route {
  Method method;
  std::string_view pattern;
  Handler handler;
};

// A path without doubled and trailing slashes: "//a//b/" is "/a/b".
std::string normal_path(std::string_view path);

// Outsiders spell "undo-redeem" as "undo_redeem" too: it is one word.
bool is_same_word(std::string_view one, std::string_view other);

// The places of `pattern` filled from `path` (a normal path); absent when they do not match.
std::optional<PathParams> match_path(std::string_view pattern, std::string_view path);

template <class Handler>
struct RouteMatch {
  const Route<Handler>* route = nullptr;  // null: no such path, or (path_known) not with this method
  PathParams params;
  bool path_known = false;
};

// First match in table order wins, so literal segments stand before {places}. HEAD is served by GET.
template <class Handler>
RouteMatch<Handler> find_route(std::span<const Route<Handler>> table, Method method, std::string_view path) {
  RouteMatch<Handler> match;
  if (method == Method::head) method = Method::get;
  for (const auto& route : table) {
    auto params = match_path(route.pattern, path);
    if (!params) continue;
    match.path_known = true;
    if (route.method != method) continue;
    match.route = &route;
    match.params = std::move(*params);
    return match;
  }
  return match;
}

}  // namespace kassabro::http
