#include "admin/noted_views.hpp"

namespace kassabro::admin {

bool NotedViews::has(const std::string& view) const {
  const auto digest = digest_.of(view);
  const auto now = clock_.now();
  const std::scoped_lock lock(mutex_);
  const auto found = noted_at_.find(digest);
  return found != noted_at_.end() && now >= found->second && now - found->second < one_look;
}

void NotedViews::add(const std::string& view) {
  const auto digest = digest_.of(view);
  const auto now = clock_.now();
  const std::scoped_lock lock(mutex_);
  if (noted_at_.size() >= entries_max_) noted_at_.clear();
  noted_at_.insert_or_assign(digest, now);
}

}  // namespace kassabro::admin
