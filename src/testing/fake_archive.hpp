#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/order_archive.hpp"

namespace kassabro::testing {

// A till system's orders by number, four on a page. Their dates are not looked at, but for `hidden_before`.
class FakeArchive final : public app::OrderArchive {
 public:
  Async<std::expected<app::ArchivePage, app::SourceError>> list(const app::Account&, app::ArchiveQuery query) override {
    asked.push_back(query);
    if (error) co_return std::unexpected(*error);
    app::ArchivePage page;
    if (query.ordered_from < hidden_before) co_return page;
    for (const auto& [id, text] : texts) {
      if (id < query.id_from) continue;
      ++page.left;
      if (page.orders.size() == page_size) continue;
      page.orders.push_back({std::to_string(id), text});
      page.next = id + 1;
    }
    co_return page;
  }
  Async<std::expected<void, app::SourceError>> check(const app::Account&) override {
    co_return std::expected<void, app::SourceError>();
  }

  static constexpr std::size_t page_size = 4;
  std::map<std::int64_t, std::string> texts;
  std::optional<Timestamp> hidden_before;  // a window that begins earlier lists nothing
  std::optional<app::SourceError> error;
  std::vector<app::ArchiveQuery> asked;
};

}  // namespace kassabro::testing
