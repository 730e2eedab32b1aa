#pragma once

#include <optional>
#include <string>

#include "sandbox/sitoo/books.hpp"
#include "sandbox/sitoo/crm_client.hpp"

namespace kassabro::sandbox::sitoo {

// What the CRM said about one customer, always in SPI v1's shape with rewards as in rewards.hpp. No contact and status 200:
// there is no such customer.
struct FoundContact {
  std::optional<json::object> contact;
  int status = 0;
  std::string message;
  std::string field;  // which field the CRM found wrong, if it said so
};

// The till that asks, and the generation of the SPI that it speaks.
struct Desk {
  Spi spi = Spi::v1;
  std::size_t store = 0, cash_register = 0;
};

// The till's conversation with the CRM about customers, in both generations of the SPI.
class CrmContacts {
 public:
  CrmContacts(Books& books, CrmClient& client) : books_(books), client_(client) {}

  Async<FoundContact> find(Desk desk, std::string key);
  Async<FoundContact> get(Desk desk, std::string contact_id);
  Async<FoundContact> look_up(Desk desk, std::string key);
  // v1 sends every key, what `draft` lacks as "" (SPI contract, A.4.1); v2 what is filled in.
  Async<FoundContact> add(Desk desk, json::object draft);
  Async<FoundContact> change(Desk desk, std::string contact_id, json::object changes);
  Async<CrmAnswer> consents(Desk desk);
  Async<CrmAnswer> transactions(Desk desk, std::string contact_id);
  // `path` below the customer: "/redeem", "/undo-redeem" (INFERRED: B.2, no. 7 and 8; v1 likewise).
  Async<CrmAnswer> post_to_customer(Desk desk, std::string contact_id, std::string path, json::object body);

 private:
  // `path` is v1's or v2's own.
  Async<CrmAnswer> call(Desk desk, http::Method method, std::string path, std::string body = {});
  Async<FoundContact> change_v2(Desk desk, std::string contact_id, json::object changes);
  Books& books_;
  CrmClient& client_;
};

std::string contact_id_of(const json::object& contact);
std::string member_number_of(const json::object& contact);

// The CRM's own words in an answer that refuses, "" when it has none.
std::string refusal_text(const CrmAnswer& answer);
// The words for the cashier when the CRM did not do what it was asked.
std::string describe(int status, const std::string& message);

}  // namespace kassabro::sandbox::sitoo
