#include <fmt/format.h>

#include "check/cases.hpp"
#include "check/redemption.hpp"
#include "http/url.hpp"

namespace kassabro::check {
namespace {

using enum http::Method;

// One customer through its life.
class V2 {
 public:
  explicit V2(Session& session)
      : session_(session), email_("kassabro-check-" + session.unique() + "@example.com"), mobile_(unique_mobile(session)) {}

  Async<void> access() {
    co_await session_.run(Weight::must, "a call without credentials is refused with 401", [this] -> Async<void> {
      expect_status(co_await session_.call_as({}, get, search_path("email", email_), ""), 401);
    });
    co_await session_.run(Weight::must, "a call with a wrong password is refused with 401", [this] -> Async<void> {
      expect_status(co_await session_.call_as(session_.target().wrong_credentials, get, search_path("email", email_), ""), 401);
    });
  }

  Async<void> nobody() {
    co_await session_.run(Weight::must, "a search that finds nobody is 200 with an empty array", [this] -> Async<void> {
      const auto reply = co_await session_.call(get, search_path("member_number", "nobody" + session_.unique()));
      expect(expect_array(reply).empty(), "Somebody was found.");
    });
    co_await session_.run(Weight::must, "a search without a key is 400", [this] -> Async<void> {
      expect_status(co_await session_.call(get, "/customers?key_type=email"), 400);
    });
    co_await session_.run(Weight::should, "an unknown customer is 404", [this] -> Async<void> {
      expect_status(co_await session_.call(get, "/customers/nobody" + session_.unique()), 404);
    });
  }

  Async<void> registration() {
    co_await session_.run(
        Weight::must, "POST /customers registers, and the customer is found by e-mail", [this] -> Async<void> {
          const auto reply = co_await session_.call(post, "/customers", customer());
          expect(reply.status == 200 || reply.status == 201, fmt::format("The status is {}, not 200.", reply.status));
          id_ = std::string(expect_text(co_await find(), "customer_id"));
          expect(!id_.empty(), "The customer_id is empty.");
        });
    co_await session_.run(Weight::must, "the same e-mail again makes no second customer", [this] -> Async<void> {
      need_customer();
      const auto reply = co_await session_.call(post, "/customers", customer());
      expect(reply.status < 500, fmt::format("The status is {}.", reply.status));
      expect_same(co_await find());
    });
    co_await session_.run(Weight::must, "a body that is no JSON is 400", [this] -> Async<void> {
      expect_status(co_await session_.call_text(post, "/customers", "{\"email\":"), 400);
    });
  }

  Async<void> search() {
    // Which kinds of keys a till offers is set in Sitoo; only member_number stands in its texts.
    co_await session_.run(Weight::should, "the mobile number finds the customer", [this] -> Async<void> {
      need_customer();
      expect_same(one_of(co_await session_.call(get, search_path("mobile", mobile_))));
    });
    co_await session_.run(Weight::must, "a part of the e-mail finds nobody", [this] -> Async<void> {
      need_customer();
      const auto reply = co_await session_.call(get, search_path("email", email_.substr(0, email_.size() - 4)));
      expect(reply.status == 400 || expect_array(reply).empty(), "A search must be exact, and somebody was found.");
    });
    co_await session_.run(Weight::must, "a part of the mobile number finds nobody", [this] -> Async<void> {
      need_customer();
      const auto reply = co_await session_.call(get, search_path("mobile", mobile_.substr(0, mobile_.size() - 2)));
      expect(reply.status == 400 || expect_array(reply).empty(), "A search must be exact, and somebody was found.");
    });
    co_await session_.run(Weight::should, "a kind of key that nobody knows searches all keys", [this] -> Async<void> {
      need_customer();
      one_of(co_await session_.call(get, search_path("a_kind_of_tomorrow", email_)));
    });
  }

  Async<void> card() {
    co_await session_.run(Weight::must, "the customer has the members of the card, each of its kind", [this] -> Async<void> {
      need_customer();
      const auto found = co_await find();
      for (const char* member : {"customer_id", "member_number", "email", "name_first", "name_last"})
        expect_text(found, member);
      for (const char* member :
           {"accepts_communication", "consents", "promotions", "bonus_checks", "voucher_passwords", "sections"})
        expect(found.contains(member) && found.at(member).is_array(), fmt::format("There is no array \"{}\".", member));
      expect(expect_text(found, "name_first") == "Åsa Ödla", "The first name came back as another.");
    });
    co_await session_.run(Weight::must, "a section has a title and values of title, text and type", [this] -> Async<void> {
      need_customer();
      const auto found = co_await find();
      for (const auto& item : found.at("sections").as_array()) {
        const auto& section = expect_object(item);
        expect_text(section, "title");
        expect(section.contains("values") && section.at("values").is_array(), "There is no array \"values\".");
        for (const auto& value : section.at("values").get_array())
          for (const char* member : {"title", "text", "type"}) expect_text(expect_object(value), member);
      }
    });
    co_await session_.run(Weight::should, "GET /customers/{customer_id} shows the same customer", [this] -> Async<void> {
      need_customer();
      const auto reply = co_await session_.call(get, "/customers/" + http::percent_encode(id_));
      expect_status(reply, 200);
      expect(reply.json.has_value(), "The body is no JSON.");
      expect(expect_text(expect_object(*reply.json), "customer_id") == id_, "It is another customer.");
    });
  }

  Async<void> change() {
    co_await session_.run(Weight::should, "PUT /customers/{customer_id} changes what it names and leaves the rest",
                          [this] -> Async<void> {
                            need_customer();
                            const json::object body{{"name_last", "Check"}};
                            expect_status(co_await session_.call(put, "/customers/" + http::percent_encode(id_), body), 200);
                            const auto found = co_await find();
                            expect(expect_text(found, "name_last") == "Check", "The last name was not changed.");
                            expect(expect_text(found, "name_first") == "Åsa Ödla", "The first name was changed, too.");
                          });
    co_await session_.run(Weight::should, "GET /consents is 200 with an array",
                          [this] -> Async<void> { expect_array(co_await session_.call(get, "/consents")); });
  }

  // v2 is sent no purchases: they come as events and from Sitoo REST, so only somebody who has bought has any.
  Async<void> purchases() {
    co_await session_.run(Weight::should, "the latest purchases are 200 with an array", [this] -> Async<void> {
      need_customer();
      expect_array(co_await session_.call(get, "/customers/" + http::percent_encode(id_) + "/transactions"));
    });
    co_await session_.run(Weight::should, "a purchase of Sitoo's names its order: a return needs it", [this] -> Async<void> {
      const auto buyer = std::string(expect_text(co_await holder(), "customer_id"));
      const auto reply = co_await session_.call(get, "/customers/" + http::percent_encode(buyer) + "/transactions");
      const auto& purchases = expect_array(reply);
      if (purchases.empty())
        throw CannotBeTried("The customer has bought nothing: name one who has with --bonus-check-customer.");
      for (const auto& purchase : purchases) {
        const auto& object = expect_object(purchase);
        const auto* refundable = object.if_contains("refundable");
        if (refundable != nullptr && refundable->is_bool() && !refundable->get_bool()) continue;
        expect(!expect_text(object, "order_id").empty(), "The order_id is empty.");
      }
    });
  }

  Async<void> redemption() {
    Redemption redemption(session_,
                          {"/customers/", "customer_id", "bonus_checks", "bonus_check_id", "bonus_check_ids", "receipt_id"},
                          [this] { return holder(); });
    co_await redemption.run();
  }

  Async<void> pace() {
    co_await session_.run(Weight::must, "no answer took longer than one second", [this] -> Async<void> {
      expect(session_.slowest() <= std::chrono::seconds(1), fmt::format("The slowest took {} ms.", session_.slowest().count()));
      co_return;
    });
  }

 private:
  static std::string search_path(std::string_view kind, const std::string& key) {
    return fmt::format("/customers?key_type={}&key={}", kind, http::percent_encode(key));
  }

  void need_customer() const {
    if (id_.empty()) throw CannotBeTried("No customer could be registered.");
  }

  json::object customer() const {
    return {{"email", email_},
            {"mobile", mobile_},
            {"name_first", "Åsa Ödla"},
            {"name_last", "Test"},
            {"accepts_communication", json::array()},
            {"consents", json::array()}};
  }

  void expect_same(const json::object& found) const {
    expect(expect_text(found, "customer_id") == id_, "It is another customer.");
  }

  // Who has bonus checks, if somebody was named; otherwise who was registered.
  Async<json::object> holder() {
    const auto& named = session_.target().bonus_check_customer;
    if (named.empty()) {
      need_customer();
      co_return co_await find();
    }
    const auto* kind = named.contains('@') ? "email" : named.starts_with('+') ? "mobile" : "member_number";
    co_return one_of(co_await session_.call(get, search_path(kind, named)));
  }

  static json::object one_of(const Reply& reply) {
    const auto& items = expect_array(reply);
    expect(items.size() == 1, fmt::format("There are {} customers, not one.", items.size()));
    return expect_object(items.front());
  }

  Async<json::object> find() { co_return one_of(co_await session_.call(get, search_path("email", email_))); }

  Session& session_;
  std::string email_;
  std::string mobile_;
  std::string id_;
};

}  // namespace

Async<void> check_v2(Session& session) {
  V2 v2(session);
  co_await v2.access();
  co_await v2.nobody();
  co_await v2.registration();
  co_await v2.search();
  co_await v2.card();
  co_await v2.change();
  co_await v2.purchases();
  co_await v2.redemption();
  co_await v2.pace();
}

}  // namespace kassabro::check
