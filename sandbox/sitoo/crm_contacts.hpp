#pragma once

#include <optional>
#include <string>

#include "sandbox/sitoo/books.hpp"
#include "sandbox/sitoo/crm_client.hpp"

namespace kassabro::sandbox::sitoo {

// A search in the CRM. No contact and status 200: there is no such customer.
struct FoundContact {
  std::optional<json::object> contact;
  int status = 0;
  std::string message;
  std::string field;  // which field the CRM found wrong, if it said so
};

// The till's conversation with the CRM about customers, in both generations of the SPI.
class CrmContacts {
 public:
  CrmContacts(Books& books, CrmClient& client) : books_(books), client_(client) {}

  Async<FoundContact> find(Spi spi, std::string key);
  Async<FoundContact> get(Spi spi, std::string contact_id);
  Async<FoundContact> look_up(std::string key);
  // Every key of SPI v1 is sent; what `draft` lacks is "" (SPI contract, A.4.1).
  Async<FoundContact> add(json::object draft);
  Async<FoundContact> change(std::string contact_id, json::object changes);
  Async<CrmAnswer> consents();
  Async<CrmAnswer> transactions(std::string contact_id);
  Async<CrmAnswer> redeem(Spi spi, std::string contact_id, std::vector<std::string> check_ids, std::string receipt_id);

 private:
  Settings settings();
  Books& books_;
  CrmClient& client_;
};

// A bonus check on a contact's card; both generations' spellings.
struct CheckOnCard {
  Minor value = 0;
  bool redeemed = false;
};
std::optional<CheckOnCard> find_check(const json::object& contact, std::string_view check_id);
std::string contact_id_of(const json::object& contact);
std::string member_number_of(const json::object& contact);

// The words for the cashier when the CRM did not do what it was asked.
std::string describe(int status, const std::string& message);

}  // namespace kassabro::sandbox::sitoo
