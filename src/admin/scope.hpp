#pragma once

#include <bitset>
#include <optional>
#include <string_view>
#include <vector>

namespace kassabro::admin {

// What a call of the admin API takes, and a caller has. In the API they are written as scope_text says.
enum class Scope {
  read,        // how it goes: overview, accounts without secrets, deliveries without what they say, jobs, feeds, findings
  customers,   // a person's data: card, timeline, export, what a delivery says
  erase,       // erase a person
  deliveries,  // replay and park, repair
  marketing,   // feeds, automations, receipts
  jobs,        // begin, pause and cancel long work
  imports,     // files of bonus checks
  accounts,    // add, change and remove accounts; their secrets
  audit,       // who did what
  access,      // users and API tokens
};
inline constexpr std::size_t scope_count = 10;

std::string_view scope_text(Scope scope);
std::optional<Scope> parse_scope(std::string_view text);

class Scopes {
 public:
  Scopes() = default;
  Scopes(std::initializer_list<Scope> scopes);
  static Scopes all();

  bool has(Scope scope) const { return bits_.test(static_cast<std::size_t>(scope)); }
  void add(Scope scope) { bits_.set(static_cast<std::size_t>(scope)); }
  bool includes(const Scopes& others) const { return (others.bits_ & ~bits_).none(); }
  bool empty() const { return bits_.none(); }
  std::vector<std::string_view> texts() const;
  friend bool operator==(const Scopes&, const Scopes&) = default;

 private:
  std::bitset<scope_count> bits_;
};

// What people are to the shop. The owner may do everything.
enum class Role { owner, marketer, support, read_only };

std::string_view role_text(Role role);
std::optional<Role> parse_role(std::string_view text);
Scopes scopes_of(Role role);

}  // namespace kassabro::admin
