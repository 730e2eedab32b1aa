#include "admin/scope.hpp"

#include <algorithm>
#include <array>

namespace kassabro::admin {
namespace {

constexpr std::array<std::string_view, scope_count> scope_texts{"read", "customers", "erase",    "deliveries", "marketing",
                                                                "jobs", "imports",   "accounts", "audit",      "access"};
constexpr std::array<std::string_view, 4> role_texts{"owner", "marketer", "support", "read_only"};

template <class Value, std::size_t count>
std::optional<Value> parse_of(const std::array<std::string_view, count>& texts, std::string_view text) {
  const auto found = std::ranges::find(texts, text);
  if (found == texts.end()) return std::nullopt;
  return static_cast<Value>(found - texts.begin());
}

}  // namespace

std::string_view scope_text(Scope scope) { return scope_texts.at(static_cast<std::size_t>(scope)); }
std::optional<Scope> parse_scope(std::string_view text) { return parse_of<Scope>(scope_texts, text); }
std::string_view role_text(Role role) { return role_texts.at(static_cast<std::size_t>(role)); }
std::optional<Role> parse_role(std::string_view text) { return parse_of<Role>(role_texts, text); }

Scopes::Scopes(std::initializer_list<Scope> scopes) {
  for (const auto scope : scopes) add(scope);
}

Scopes Scopes::all() {
  Scopes scopes;
  scopes.bits_.set();
  return scopes;
}

std::vector<std::string_view> Scopes::texts() const {
  std::vector<std::string_view> texts;
  for (std::size_t i = 0; i < scope_count; ++i)
    if (bits_.test(i)) texts.push_back(scope_texts.at(i));
  return texts;
}

Scopes scopes_of(Role role) {
  using enum Scope;
  switch (role) {
    case Role::owner: return Scopes::all();
    case Role::marketer: return {read, customers, marketing, jobs, imports};
    case Role::support: return {read, customers, erase, deliveries};
    case Role::read_only: return {read};
  }
  return {};
}

}  // namespace kassabro::admin
