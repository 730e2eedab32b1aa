// The cases hold for our own server, and find what is wrong with a wrong one.
#include "check/cases.hpp"

#include <gmock/gmock.h>

#include "base/utf8.hpp"
#include "http/basic_credentials.hpp"
#include "sitoo/events/api.hpp"
#include "testing/till.hpp"
#include "testing/till_v2.hpp"

namespace kassabro::check {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

// What is wrong with a server: it changes answers on their way.
using Wrong = std::function<void(const http::OutboundRequest&, http::Response&)>;

constexpr std::string_view base = "https://crm.example.com/spi";

// A server in this program, as the client sees it.
template <class Handle>
http::Send served_by(Handle handle, Wrong wrong) {
  return [handle, wrong](http::OutboundRequest sent) -> Async<http::OutboundResult> {
    http::Request request;
    request.method = sent.method;
    request.method_text = http::method_name(sent.method);
    const auto target = sent.url.substr(base.size());
    request.target = target;
    for (const auto& [name, value] : sent.headers) request.headers.emplace_back(name, value);
    request.body = sent.body;
    request.peer = "10.0.0.1";
    auto response = co_await handle(request, http::normal_path(request.path()));
    if (wrong) wrong(sent, response);
    co_return http::OutboundResponse{response.status, {{"content-type", std::string(response.content_type)}}, response.body};
  };
}

std::vector<std::string> names(const Report& report, Outcome outcome) {
  std::vector<std::string> found;
  for (const auto& each : report.cases)
    if (each.outcome == outcome) found.push_back(each.name);
  return found;
}

std::string found_by(const Report& report, std::string_view name_part, Outcome outcome = Outcome::failed) {
  for (const auto& each : report.cases)
    if (each.name.contains(name_part) && each.outcome == outcome) return each.found;
  return "";
}

void expect_holds(const Report& found, std::size_t cases_min) {
  EXPECT_THAT(names(found, Outcome::failed), ::testing::IsEmpty()) << to_readable(found);
  EXPECT_THAT(names(found, Outcome::advised), ::testing::IsEmpty()) << to_readable(found);
  EXPECT_GT(found.count(Outcome::passed), cases_min);
}

class CheckV1Test : public testing::Till {
 protected:
  Report report(Wrong wrong = {}) {
    Session session(
        served_by([this](const http::Request& request, std::string path) { return api.handle(request, path); },
                  std::move(wrong)),
        clock, {std::string(base) + "/", {{"Authorization", "Bearer kt_shop_1"}}, {{"Authorization", "Bearer wrong"}}, holder},
        "ours");
    testing::run(check_v1(session));
    return session.take_report();
  }
  // Registers Bo, who has a bonus check that is tried from now on.
  std::string give_bo_a_check() {
    const auto bo = register_contact(R"({"email":"bo@shop.se"})");
    give(bo, check_of("B-1"));
    holder = "bo@shop.se";
    return bo;
  }
  std::string holder;
};

bool is_search(const http::OutboundRequest& request) {
  return request.method == http::Method::get && request.url.contains("/contacts?");
}

TEST_F(CheckV1Test, our_own_server_holds) { expect_holds(report(), 17); }

TEST_F(CheckV1Test, nobody_found_must_not_be_404) {
  const auto found = report([](const auto& request, http::Response& response) {
    if (is_search(request) && response.body == "[]") response.status = 404;
  });
  EXPECT_THAT(found_by(found, "finds nobody is 200"), HasSubstr("404"));
}

TEST_F(CheckV1Test, an_id_must_be_a_text) {
  const auto found = report([](const auto& request, http::Response& response) {
    if (request.method == http::Method::post && request.url.ends_with("/contacts") && response.status == 200) {
      response.status = 201;
      response.body = "{\"id\":7}";
    }
  });
  EXPECT_THAT(found_by(found, "the contact's id as a JSON string"), HasSubstr("201"));
  EXPECT_GT(found.count(Outcome::skipped), 5U) << "what needs a contact cannot be tried";
}

TEST_F(CheckV1Test, a_search_must_be_exact_and_find_one) {
  const auto found = report([](const auto& request, http::Response& response) {
    if (is_search(request) && response.body != "[]" && response.status == 200)
      response.body = "[" + response.body.substr(1, response.body.size() - 2) + "," + response.body.substr(1);
  });
  EXPECT_THAT(found_by(found, "exactly the one contact"), HasSubstr("2 contacts"));
}

TEST_F(CheckV1Test, broken_letters_open_doors_and_missing_members_are_found) {
  const auto found = report([](const auto& request, http::Response& response) {
    const auto replace = [&](std::string_view what, std::string_view by) {
      if (const auto at = response.body.find(what); at != std::string::npos) response.body.replace(at, what.size(), by);
    };
    if (response.status == 401) response.status = 200;
    replace("Åsa", "?sa");
    replace("\"membernumber\"", "\"member\"");
    replace("\"value\":false", "\"value\":\"no\"");
  });
  EXPECT_THAT(found_by(found, "without credentials"), HasSubstr("200, not 401"));
  EXPECT_THAT(found_by(found, "beyond ASCII"), HasSubstr("first name"));
  EXPECT_THAT(found_by(found, "exactly the one contact"), HasSubstr("membernumber"));
}

TEST_F(CheckV1Test, a_slow_server_and_one_that_is_away_are_found) {
  const auto slow = report([this](const auto&, http::Response&) { clock.advance(std::chrono::milliseconds(1'200)); });
  EXPECT_THAT(found_by(slow, "longer than one second"), HasSubstr("1200 ms"));
  Session away(
      [](http::OutboundRequest) -> Async<http::OutboundResult> {
        co_return std::unexpected(http::TransportError{"refused", false, false});
      },
      clock, {std::string(base), {}, {}}, "away");
  testing::run(check_v1(away));
  EXPECT_THAT(found_by(away.take_report(), "consents"), HasSubstr("refused"));
}

TEST_F(CheckV1Test, a_bonus_check_is_used_and_given_back_and_nothing_is_passed_over) {
  const auto bo = give_bo_a_check();
  const auto found = report();
  expect_holds(found, 23);
  EXPECT_THAT(names(found, Outcome::skipped), ::testing::IsEmpty()) << to_readable(found);
  EXPECT_EQ(left_of(bo, "B-1"), 10'000);
}

TEST_F(CheckV1Test, without_a_bonus_check_redemptions_are_passed_over_and_say_what_they_need) {
  const auto found = report();
  EXPECT_EQ(found.count(Outcome::skipped), 6U) << to_readable(found);
  EXPECT_THAT(to_readable(found), HasSubstr("--bonus-check-customer"));
}

TEST_F(CheckV1Test, a_check_that_can_be_spent_twice_is_found) {
  give_bo_a_check();
  const auto found = report([](const auto& request, http::Response& response) {
    if (request.url.ends_with("/redeem") && response.status == 409) response.status = 200;
  });
  EXPECT_THAT(found_by(found, "nobody spends it twice"), HasSubstr("200"));
}

TEST_F(CheckV1Test, a_used_check_may_be_refused_in_the_servers_own_way_but_not_by_an_accident) {
  give_bo_a_check();
  const auto answered_with = [&](int status) {
    return report([status](const auto& request, http::Response& response) {
      if (request.url.ends_with("/redeem") && response.status == 409) response.status = status;
    });
  };
  for (const int status : {400, 403, 404, 422})
    EXPECT_EQ(found_by(answered_with(status), "nobody spends it twice"), "") << status;
  for (const int status : {401, 429, 500})
    EXPECT_THAT(found_by(answered_with(status), "nobody spends it twice"), HasSubstr(std::to_string(status)));
}

TEST_F(CheckV1Test, a_server_that_does_not_know_the_guessed_path_is_only_advised) {
  give_bo_a_check();
  const auto found = report([](const auto& request, http::Response& response) {
    if (request.url.ends_with("/redeem")) response.status = 404;
  });
  EXPECT_THAT(names(found, Outcome::advised), Contains(HasSubstr("uses a bonus check")));
  EXPECT_TRUE(found.is_good()) << to_readable(found);
}

class CheckV2Test : public testing::TillV2 {
 protected:
  Report report(Wrong wrong = {}) {
    Session session(
        served_by([this](const http::Request& request, std::string path) { return api.handle(request, path); },
                  std::move(wrong)),
        clock,
        {std::string(base), credentials(), {{"Authorization", http::to_basic_header({"shop-1", SecretString("x")})}}, holder},
        "ours");
    testing::run(check_v2(session));
    return session.take_report();
  }
  std::string holder;
};

TEST_F(CheckV2Test, our_own_server_holds) { expect_holds(report(), 12); }

TEST_F(CheckV2Test, a_bonus_check_is_used_and_given_back) {
  const auto bo = register_customer(R"({"email":"bo@shop.se","mobile":"+46701112233"})");
  give(bo, check_of("B-1"));
  for (const auto* key : {"bo@shop.se", "+46701112233"}) {
    holder = key;
    const auto found = report();
    expect_holds(found, 21);
    EXPECT_EQ(found.count(Outcome::skipped), 1U) << "he has bought nothing\n" << to_readable(found);
    EXPECT_EQ(left_of(bo, "B-1"), 10'000);
  }
}

TEST_F(CheckV2Test, a_search_that_is_not_exact_and_one_that_knows_no_mobile_are_found) {
  const auto found = report([](const http::OutboundRequest& request, http::Response& response) {
    if (request.url.contains("key_type=mobile")) response.body = response.body == "[]" ? R"([{"customer_id":"1"}])" : "[]";
  });
  EXPECT_THAT(found_by(found, "the mobile number finds the customer", Outcome::advised), HasSubstr("0 customers"));
  EXPECT_THAT(found_by(found, "a part of the mobile number"), HasSubstr("exact"));
}

TEST_F(CheckV2Test, a_card_without_its_arrays_is_found) {
  const auto found = report([](const auto&, http::Response& response) {
    if (const auto at = response.body.find("\"bonus_checks\":"); at != std::string::npos)
      response.body.replace(at, 15, "\"checks\":");
  });
  EXPECT_THAT(found_by(found, "members of the card"), HasSubstr("bonus_checks"));
}

class CheckEventsTest : public testing::Counter {
 protected:
  Report report(Wrong wrong = {}) {
    Session session(
        served_by([this](const http::Request& request, std::string) { return api.handle(request); }, std::move(wrong)), clock,
        {std::string(base), {{"Authorization", "Basic c2hvcC0xOnBhc3N3b3JkLTE="}}, {}}, "ours");
    testing::run(check_events(session));
    return session.take_report();
  }
  app::AcceptEvents accept_events{file->unit_of_work(), clock};
  sitoo::events::Api api{
      authenticate, accept_events, clock, {[](std::string_view, std::size_t) {}, [](const std::string&) {}, [] {}}};
};

TEST_F(CheckEventsTest, our_own_server_holds) {
  const auto found = report();
  EXPECT_EQ(found.count(Outcome::passed), found.cases.size()) << to_readable(found);
}

TEST_F(CheckEventsTest, an_endpoint_that_drops_what_it_does_not_know_is_found) {
  const auto found = report([](const http::OutboundRequest& request, http::Response& response) {
    if (request.body.contains("tomorrow")) response.status = 400;
  });
  EXPECT_THAT(found_by(found, "a kind that nobody knows"), HasSubstr("400"));
}

TEST_F(CheckEventsTest, an_endpoint_that_takes_more_than_a_second_is_only_advised) {
  const auto found = report([this](const auto&, http::Response&) { clock.advance(std::chrono::milliseconds(1'200)); });
  EXPECT_THAT(names(found, Outcome::advised), ::testing::ElementsAre(HasSubstr("within a second")));
  EXPECT_TRUE(found.is_good()) << to_readable(found);
}

TEST(CheckReport, is_xml_that_a_build_server_reads) {
  Report report;
  report.subject = "SPI at https://a.example/?a=1&b=2";
  report.cases = {{"it holds", Weight::must, Outcome::passed, "", "", std::chrono::milliseconds(5)},
                  {"it is <not>", Weight::must, Outcome::failed, "\"404\"", "GET /x\n404 \x01", {}},
                  {"it might", Weight::should, Outcome::advised, "no", "", {}}};
  EXPECT_EQ(
      to_junit(report),
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<testsuite name=\"SPI at https://a.example/?a=1&amp;b=2\" tests=\"3\" failures=\"1\" skipped=\"1\" time=\"0.005\">\n"
      "  <testcase classname=\"SPI at https://a.example/?a=1&amp;b=2\" name=\"it holds\" time=\"0.005\"/>\n"
      "  <testcase classname=\"SPI at https://a.example/?a=1&amp;b=2\" name=\"it is &lt;not&gt;\" time=\"0.000\">\n"
      "    <failure message=\"&quot;404&quot;\">GET /x\n404 ?</failure>\n  </testcase>\n"
      "  <testcase classname=\"SPI at https://a.example/?a=1&amp;b=2\" name=\"it might\" time=\"0.000\">\n"
      "    <skipped message=\"no\"></skipped>\n  </testcase>\n</testsuite>\n");
  EXPECT_THAT(to_readable(report), HasSubstr("1 hold, 1 fail, 1 are advised, 0 were skipped"));
}

TEST_F(CheckV1Test, an_answer_in_another_character_set_or_cut_within_a_letter_leaves_the_xml_readable) {
  for (const std::string& body : {std::string("Fel i caf\xE9\x6E"), std::string(599, 'x') + "\u00c5sa \u00d6dla"}) {
    const auto found = to_junit(report([&](const auto&, http::Response& response) { response.body = body; }));
    EXPECT_TRUE(is_utf8(found)) << found;
    EXPECT_THAT(found, HasSubstr(body.substr(0, 9)));
  }
}

}  // namespace
}  // namespace kassabro::check
