#pragma once

#include <expected>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/order_source.hpp"
#include "domain/order.hpp"

namespace kassabro::app {

// What a till has added up when it was closed for the day: the receipts since its last such report.
struct ZReport {
  std::string register_id;
  Timestamp added_at;
  std::int64_t receipts = 0;  // sales and returns
};

class ZReportSource {
 public:
  virtual ~ZReportSource() = default;
  // Those of a time, both ends inside, the oldest first. Absent: this source has none.
  virtual Async<std::expected<std::optional<std::vector<ZReport>>, SourceError>> list(const Account& account, Timestamp from,
                                                                                      Timestamp to) = 0;
};

// A report whose receipts are not as many as the orders that we have of its till and time.
struct ZReportDifference {
  ZReport report;
  std::int64_t orders = 0;
};

// Z-reports as control totals: counts our completed orders into the times between the reports of their till. The first report
// of a till has no beginning and is not compared; neither is a till of which we have no order at all, because the orders of
// some ways in do not name their till as the reports do.
class ZReportCheck {
 public:
  explicit ZReportCheck(const std::vector<ZReport>& reports);

  void count(const domain::Order& order);
  std::int64_t compared() const;
  std::vector<ZReportDifference> differences() const;

 private:
  struct Till {
    std::map<Timestamp, ZReportDifference> reports;  // by their time
    std::int64_t orders = 0;
  };
  std::map<std::string, Till> tills_;  // by the register's id without braces, in lower case
};

}  // namespace kassabro::app
