#include "sitoo/rest/z_reports.hpp"

#include <gtest/gtest.h>

#include "sitoo/rest/z_report_wire.hpp"
#include "testing/run.hpp"
#include "testing/samples.hpp"

namespace kassabro::sitoo::rest {
namespace {

using namespace std::chrono_literals;
using testing::noon;
using testing::run;

class ZReportsTest : public ::testing::Test {
 protected:
  ZReportsTest() {
    account.sitoo_api_id = "1500-1";
    account.sitoo_password = SecretString("sandbox");
  }

  Async<http::OutboundResult> transport(http::OutboundRequest request) {
    sent.push_back(request.url);
    auto next = std::move(answers.front());
    answers.erase(answers.begin());
    co_return next;
  }
  void answer(int status, std::string body) { answers.push_back(http::OutboundResponse{status, {}, std::move(body)}); }
  static std::string report(const std::string& till, Timestamp at, const std::string& receipts) {
    return R"({"registerid":")" + till + R"(","dateadded":)" + std::to_string(to_epoch_ms(at) / 1000) + R"(,"numreceipts":)" +
           receipts + "}";
  }
  auto list() { return run(reports.list(account, noon, noon + 24h)); }

  app::Account account = testing::sample_account(1);
  ManualClock clock{noon};
  std::vector<http::OutboundResult> answers;
  std::vector<std::string> sent;
  RestClient client{[this](http::OutboundRequest request) { return transport(std::move(request)); }, clock,
                    "http://sitoo.test"};
  RestZReports reports{client};
};

TEST_F(ZReportsTest, are_read_page_by_page_until_nothing_new_comes) {
  answer(200, "[" + report("{A}", noon, "5") + "," + report("{B}", noon + 1h, R"("7")") + "]");
  answer(200, "[" + report("{B}", noon + 1h, "7") + "," + report("{A}", noon + 2h, "1") + "]");
  answer(200, "[" + report("{A}", noon + 2h, "1") + "]");
  const auto listed = list();
  ASSERT_TRUE(listed && *listed);
  ASSERT_EQ((*listed)->size(), 3U);
  EXPECT_EQ((**listed)[1].register_id, "{B}");
  EXPECT_EQ((**listed)[1].added_at, noon + 1h);
  EXPECT_EQ((**listed)[1].receipts, 7);
  const auto from = [](Timestamp at) { return "dateaddedfrom=" + std::to_string(to_epoch_ms(at) / 1000) + "&"; };
  EXPECT_NE(sent[0].find("/pos-z-reports?eshopid=1&" + from(noon)), std::string::npos) << sent[0];
  EXPECT_NE(sent[2].find(from(noon + 2h)), std::string::npos) << sent[2];
}

TEST_F(ZReportsTest, what_says_too_little_is_passed_over) {
  answer(200, R"({"items":[{"registerid":"{A}","numreceipts":5},{"dateadded":1,"numreceipts":5},7]})");
  EXPECT_TRUE((*list())->empty());
}

TEST_F(ZReportsTest, not_every_account_has_them) {
  answer(404, R"({"errortext":"Resource not found."})");
  EXPECT_FALSE(*list());
  answer(403, "");
  EXPECT_FALSE(*list());
}

TEST_F(ZReportsTest, trouble_is_told_as_everywhere) {
  answer(401, "");
  EXPECT_EQ(list().error().kind, app::SourceErrorKind::unauthorized);
  answer(200, "7");
  EXPECT_EQ(list().error().kind, app::SourceErrorKind::unavailable);
}

// Found by chance: as milliseconds, such a time is more than a number holds.
TEST(ZReportWire, a_time_that_cannot_be_is_passed_over) {
  const auto read = [](const std::string& added) {
    return read_z_report(parse_json(R"({"registerid":"3","numreceipts":7,"dateadded":)" + added + "}")->as_object());
  };
  EXPECT_EQ(read("1790000000")->added_at, noon);
  for (const char* added : {"9223372036854775807", "-9223372036854775808", "-1", "9000000000000000", "\"\""})
    EXPECT_FALSE(read(added)) << added;
}

}  // namespace
}  // namespace kassabro::sitoo::rest
