#include <fmt/format.h>

#include <array>

#include "check/cases.hpp"
#include "check/redemption.hpp"
#include "http/url.hpp"

namespace kassabro::check {
namespace {

using enum http::Method;

constexpr std::array contact_texts{"contactid",   "email",        "membernumber",    "namefirst",
                                   "namelast",    "personalid",   "company",         "companyid",
                                   "phone",       "mobile",       "invoice_address", "invoice_address2",
                                   "invoice_zip", "invoice_city", "invoice_state",   "invoice_countryid",
                                   "gender"};
constexpr std::array contact_flags{"accepts_email", "accepts_sms", "accepts_mail"};

// One contact through its life.
class V1 {
 public:
  explicit V1(Session& session)
      : session_(session), email_("kassabro-check-" + session.unique() + "@example.com"), mobile_(unique_mobile(session)) {}

  Async<void> access() {
    co_await session_.run(Weight::must, "a call without credentials is refused with 401",
                          [this] -> Async<void> { expect_status(co_await session_.call_as({}, get, "/consents", ""), 401); });
    co_await session_.run(Weight::must, "a call with a wrong token is refused with 401", [this] -> Async<void> {
      expect_status(co_await session_.call_as(session_.target().wrong_credentials, get, "/consents", ""), 401);
    });
    co_await session_.run(Weight::must, "a path that does not exist is 404",
                          [this] -> Async<void> { expect_status(co_await session_.call(get, "/no-such-path"), 404); });
  }

  Async<void> consents() {
    co_await session_.run(Weight::must, "GET /consents lists consents with consentid, name, description and value",
                          [this] -> Async<void> {
                            const auto reply = co_await session_.call(get, "/consents");
                            for (const auto& item : expect_array(reply)) {
                              const auto& consent = expect_object(item);
                              for (const char* member : {"consentid", "name", "description"}) expect_text(consent, member);
                              const auto* value = consent.if_contains("value");
                              expect(value != nullptr && value->is_bool(), "The member \"value\" is neither true nor false.");
                            }
                            expect(reply.is_json_type, "The Content-Type is not application/json.");
                          });
  }

  Async<void> nobody() {
    co_await session_.run(Weight::must, "a search that finds nobody is 200 with an empty array", [this] -> Async<void> {
      const auto reply = co_await session_.call(get, "/contacts?key=" + http::percent_encode("nobody-" + email_));
      expect(expect_array(reply).empty(), "Somebody was found.");
    });
    co_await session_.run(Weight::must, "a search without a key is 400",
                          [this] -> Async<void> { expect_status(co_await session_.call(get, "/contacts"), 400); });
  }

  Async<void> registration() {
    co_await session_.run(Weight::must, "POST /contacts answers 200 with the contact's id as a JSON string",
                          [this] -> Async<void> {
                            const auto reply = co_await session_.call(post, "/contacts", contact());
                            expect_status(reply, 200);
                            expect(reply.json && reply.json->is_string(), "The body is no JSON string.");
                            id_ = std::string(reply.json->get_string());
                            expect(!id_.empty(), "The id is empty.");
                          });
    co_await session_.run(Weight::must, "the same e-mail again makes no second contact", [this] -> Async<void> {
      need_contact();
      const auto reply = co_await session_.call(post, "/contacts", contact());
      expect(reply.status < 500, fmt::format("The status is {}.", reply.status));
      co_await find(email_);
    });
    co_await session_.run(Weight::must, "a body that is no JSON is 400", [this] -> Async<void> {
      expect_status(co_await session_.call_text(post, "/contacts", "{\"email\":"), 400);
    });
  }

  Async<void> search() {
    co_await session_.run(Weight::must, "the e-mail finds exactly the one contact, with all members as texts",
                          [this] -> Async<void> {
                            need_contact();
                            const auto found = co_await find(email_);
                            for (const char* member : contact_texts) expect_text(found, member);
                            for (const char* member : contact_flags)
                              expect(found.contains(member) && found.at(member).is_bool(),
                                     fmt::format("The member \"{}\" is neither true nor false.", member));
                            expect(expect_text(found, "contactid") == id_, "It is another contact.");
                            expect(expect_text(found, "email") == email_, "The e-mail is another.");
                          });
    co_await session_.run(Weight::must, "letters beyond ASCII come back as they were", [this] -> Async<void> {
      need_contact();
      const auto found = co_await find(email_);
      expect(expect_text(found, "namefirst") == "Åsa Ödla", "The first name came back as another.");
    });
    // Sitoo wants one key that a contact is found by, and not that it is the number.
    co_await session_.run(Weight::should, "the mobile number finds the contact", [this] -> Async<void> {
      need_contact();
      expect_same(co_await find(mobile_));
    });
    co_await session_.run(Weight::should, "the mobile number with a blank for its plus finds the contact",
                          [this] -> Async<void> {
                            need_contact();
                            expect_same(one_of(co_await session_.call(get, "/contacts?key=+" + mobile_.substr(1))));
                          });
    co_await session_.run(Weight::should, "the contact's id finds the contact", [this] -> Async<void> {
      need_contact();
      expect_same(co_await find(id_));
    });
    co_await session_.run(Weight::must, "a part of the e-mail finds nobody", [this] -> Async<void> {
      need_contact();
      const auto reply =
          co_await session_.call(get, "/contacts?key=" + http::percent_encode(email_.substr(0, email_.size() - 4)));
      expect(reply.status == 400 || expect_array(reply).empty(), "A search must be exact, and somebody was found.");
    });
    co_await session_.run(
        Weight::should, "include_extended=true shows bonuschecks and promotions as arrays", [this] -> Async<void> {
          need_contact();
          const auto found =
              one_of(co_await session_.call(get, "/contacts?include_extended=true&key=" + http::percent_encode(email_)));
          for (const char* member : {"bonuschecks", "promotions"})
            expect(found.contains(member) && found.at(member).is_array(), fmt::format("There is no array \"{}\".", member));
        });
    co_await session_.run(Weight::must, "GET /lookup_contacts is 200 with at most one item, without a contactid",
                          [this] -> Async<void> {
                            const auto reply = co_await session_.call(get, "/lookup_contacts?key=6308212817");
                            const auto& items = expect_array(reply);
                            expect(items.size() <= 1, "There are several items.");
                            for (const auto& item : items)
                              expect(!expect_object(item).contains("contactid"), "It has a contactid.");
                          });
  }

  Async<void> change() {
    co_await session_.run(
        Weight::should, "PUT /contacts/{contactid} changes what it names and leaves the rest", [this] -> Async<void> {
          need_contact();
          expect_status(
              co_await session_.call(put, "/contacts/" + http::percent_encode(id_), json::object{{"namelast", "Check"}}), 200);
          const auto found = co_await find(email_);
          expect(expect_text(found, "namelast") == "Check", "The last name was not changed.");
          expect(expect_text(found, "namefirst") == "Åsa Ödla", "The first name was changed, too.");
        });
  }

  Async<void> purchase() {
    co_await session_.run(Weight::should, "POST /transactions takes a copy of a purchase, and the same copy again",
                          [this] -> Async<void> {
                            need_contact();
                            for (int i = 0; i < 2; ++i)
                              expect_status(co_await session_.call(post, "/transactions", order()), 200);
                          });
    co_await session_.run(
        Weight::should, "GET /contacts/{contactid}/transactions shows the purchase once", [this] -> Async<void> {
          need_contact();
          const auto reply = co_await session_.call(get, "/contacts/" + http::percent_encode(id_) + "/transactions");
          const auto& purchases = expect_array(reply);
          expect(purchases.size() == 1, fmt::format("It shows {} purchases.", purchases.size()));
        });
  }

  Async<void> redemption() {
    Redemption redemption(session_, {"/contacts/", "contactid", "bonuschecks", "bonuscheckid", "bonuscheckids", "receiptid"},
                          [this] -> Async<json::object> {
                            const auto& named = session_.target().bonus_check_customer;
                            if (named.empty()) need_contact();
                            const auto key = http::percent_encode(named.empty() ? email_ : named);
                            co_return one_of(co_await session_.call(get, "/contacts?include_extended=true&key=" + key));
                          });
    co_await redemption.run();
  }

  Async<void> pace() {
    co_await session_.run(Weight::must, "no answer took longer than one second", [this] -> Async<void> {
      expect(session_.slowest() <= std::chrono::seconds(1),
             fmt::format("The slowest took {} ms; Sitoo POS gives up after ten seconds.", session_.slowest().count()));
      co_return;
    });
  }

 private:
  void need_contact() const {
    if (id_.empty()) throw CannotBeTried("No contact could be registered.");
  }

  json::object contact() const {
    json::object body;
    for (const char* member :
         {"membernumber", "personalid", "company", "companyid", "phone", "invoice_address", "invoice_address2", "invoice_zip",
          "invoice_city", "invoice_state", "invoice_countryid", "delivery_address", "delivery_address2", "delivery_zip",
          "delivery_city", "delivery_state", "delivery_countryid"})
      body[member] = "";
    body["email"] = email_;
    body["mobile"] = mobile_;
    body["namefirst"] = "Åsa Ödla";
    body["namelast"] = "Test";
    body["gender"] = "female";
    body["birthday"] = "1986-05-15T00:00:00Z";
    for (const char* member : contact_flags) body[member] = false;
    body["acceptedconsents"] = json::array();
    return body;
  }

  json::object order() const {
    return {{"orderid", "check-" + session_.unique()},
            {"email", email_},
            {"currencycode", "SEK"},
            {"moneytotal_gross_all", "100.00"},
            {"moneyfinal_net", "80.00"},
            {"moneyfinal_vat", "20.00"},
            {"orderitems", json::array{json::object{{"sku", "1"},
                                                    {"productname", "Shirt"},
                                                    {"quantity", 1},
                                                    {"vatvalue", 25},
                                                    {"moneyitemtotal_net", "80.00"},
                                                    {"moneyitemtotal_vat", "20.00"}}}}};
  }

  static json::object one_of(const Reply& reply) {
    const auto& items = expect_array(reply);
    expect(items.size() == 1, fmt::format("There are {} contacts, not one.", items.size()));
    return expect_object(items.front());
  }

  Async<json::object> find(std::string key) {
    co_return one_of(co_await session_.call(get, "/contacts?key=" + http::percent_encode(key)));
  }

  void expect_same(const json::object& found) const {
    expect(expect_text(found, "contactid") == id_, "It is another contact.");
  }

  Session& session_;
  std::string email_;
  std::string mobile_;
  std::string id_;
};

}  // namespace

Async<void> check_v1(Session& session) {
  V1 v1(session);
  co_await v1.access();
  co_await v1.consents();
  co_await v1.nobody();
  co_await v1.registration();
  co_await v1.search();
  co_await v1.change();
  co_await v1.purchase();
  co_await v1.redemption();
  co_await v1.pace();
}

}  // namespace kassabro::check
