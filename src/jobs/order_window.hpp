#pragma once

#include <optional>
#include <string>

#include "app/jobs.hpp"
#include "app/order_archive.hpp"
#include "base/json.hpp"

namespace kassabro::jobs {

// Which sales a job is about, by their date, both ends inside. Absent: from the beginning.
struct OrderWindow {
  std::optional<Timestamp> from;
  // Never after the job was asked for: what is sold from then on comes as it is sold, and must not make the end move away.
  Timestamp to;
};

// What a person asks for: {"from": "2025-01-01", "to": "2025-12-31"}, both optional, both included; as it is kept in
// Job::request. Errors name the member.
Result<std::string> read_order_window(const json::object& wanted);

// The request of a job that begins by itself: everything since a moment.
std::string window_since(Timestamp from);

// Days are those of the account's zone.
OrderWindow window_of(const app::Account& account, const app::Job& job);

// A page of the window's completed orders, from an order id on.
app::ArchiveQuery page_of(const app::Account& account, const OrderWindow& window, std::int64_t id_from, std::size_t count_max);

}  // namespace kassabro::jobs
