#include "rule/group_names.hpp"

#include "rule/answers.hpp"
#include "rule/wire.hpp"

namespace kassabro::rule {
namespace {

constexpr std::chrono::hours remembered_for{1};
constexpr std::size_t pages_max = 20;

}  // namespace

Async<std::optional<GroupNames::Names>> GroupNames::of(app::AccountId account, Send send) {
  if (auto known = find(account)) co_return known;
  Names names;
  for (std::size_t page = 1; page <= pages_max;) {
    const auto answer = co_await send(list_groups_call(page));
    if (!answer) co_return std::nullopt;
    for (auto& name : parse_group_names(answer->body)) names.insert(std::move(name));
    const auto next = parse_next_page(answer->body);
    if (!next || *next <= page) break;
    page = *next;
  }
  const std::scoped_lock lock(mutex_);
  known_[account] = {names, clock_.now() + remembered_for};
  co_return names;
}

std::optional<GroupNames::Names> GroupNames::find(app::AccountId account) {
  const std::scoped_lock lock(mutex_);
  const auto known = known_.find(account);
  if (known == known_.end() || known->second.until <= clock_.now()) return std::nullopt;
  return known->second.names;
}

}  // namespace kassabro::rule
