#include "alerts/poster.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/json.hpp"
#include "testing/run.hpp"

namespace kassabro::alerts {
namespace {

using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class PosterTest : public ::testing::Test {
 protected:
  Async<http::OutboundResult> take(http::OutboundRequest request) {
    requests.push_back(std::move(request));
    if (status == 0) co_return std::unexpected(http::TransportError{"nobody answers"});
    http::OutboundResponse response;
    response.status = status;
    co_return response;
  }
  Async<Result<void>> mail(std::string subject, std::string text) {
    subjects.push_back(std::move(subject));
    texts.push_back(std::move(text));
    if (!mail_works) co_return fail({ErrorCode::unavailable, "no server", "alerts.smtp"});
    co_return Result<void>();
  }
  json::object posted(std::size_t i) const { return parse_json(requests.at(i).body).value().get_object(); }
  bool post() { return testing::run(poster.post()); }

  ManualClock clock{from_epoch_ms(1'790'000'000'000)};
  std::vector<http::OutboundRequest> requests;
  std::vector<std::string> subjects, texts;
  int status = 200;
  bool mail_works = true;
  boost::asio::io_context context;
  Poster poster{{context, [this](http::OutboundRequest request) { return take(std::move(request)); },
                 [this](std::string subject, std::string text) { return mail(std::move(subject), std::move(text)); }, clock},
                {.webhook = "https://chat.example/hook", .name = "till.shop.se", .waiting_max = 3}};
};

TEST_F(PosterTest, takes_what_came_together_to_both_places) {
  poster.note("delivery parked id=7");
  clock.advance(1s);
  poster.note("account=1 Sitoo refuses its credentials");
  EXPECT_TRUE(post());
  ASSERT_EQ(requests.size(), 1U);
  EXPECT_EQ(requests[0].url, "https://chat.example/hook");
  EXPECT_THAT(text_member(posted(0), "text"), HasSubstr("delivery parked id=7\n"));
  EXPECT_EQ(posted(0).at("alerts").get_array().size(), 2U);
  EXPECT_THAT(subjects, ElementsAre("Kassabro till.shop.se: delivery parked id=7 (and 1 more)"));
  EXPECT_THAT(texts.at(0), HasSubstr("account=1 Sitoo refuses its credentials"));
  EXPECT_TRUE(post());
  EXPECT_EQ(requests.size(), 1U) << "nothing is left";
}

TEST_F(PosterTest, says_the_same_once_an_hour) {
  poster.note("delivery parked id=7");
  clock.advance(59min);
  poster.note("delivery parked id=7");
  EXPECT_TRUE(post());
  EXPECT_EQ(posted(0).at("alerts").get_array().size(), 1U);
  clock.advance(2min);
  poster.note("delivery parked id=7");
  EXPECT_TRUE(post());
  EXPECT_EQ(requests.size(), 2U);
}

TEST_F(PosterTest, what_cannot_be_sent_one_way_is_sent_the_other_and_tried_again) {
  status = 0;
  poster.note("first");
  EXPECT_FALSE(post());
  EXPECT_EQ(subjects.size(), 1U);
  poster.note("second");
  status = 503;
  EXPECT_FALSE(post());
  status = 204;
  EXPECT_TRUE(post());
  EXPECT_EQ(posted(2).at("alerts").get_array().size(), 2U) << "in one, the first one first";
  EXPECT_EQ(posted(2).at("alerts").get_array()[0].get_object().at("text"), "first");
  EXPECT_EQ(subjects.size(), 2U) << "the mail has come through both times";
}

TEST_F(PosterTest, keeps_the_newest_when_nothing_comes_through) {
  mail_works = false;
  for (int i = 0; i < 5; ++i) poster.note("alert " + std::to_string(i));
  EXPECT_FALSE(post());
  EXPECT_THAT(texts.at(0), ::testing::Not(HasSubstr("alert 1\n")));
  EXPECT_THAT(texts.at(0), HasSubstr("alert 4\n"));
}

}  // namespace
}  // namespace kassabro::alerts
