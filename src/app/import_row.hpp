#pragma once

#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/account.hpp"
#include "app/import_amount.hpp"
#include "app/import_columns.hpp"
#include "app/remote_directory.hpp"
#include "domain/customer_key.hpp"

namespace kassabro::app {

// Whom a row of a file names; at least one of them.
struct ImportedCustomer {
  std::optional<domain::Email> email;
  std::optional<domain::Phone> phone;
  std::string member_number;
  friend bool operator==(const ImportedCustomer&, const ImportedCustomer&) = default;
};

// The surest first.
std::vector<domain::CustomerKey> keys_of(const ImportedCustomer& who);

// A check as a file has it. `check.remaining_minor` is the value where the file does not tell what is left.
struct ImportedCheck {
  ImportedCustomer who;
  domain::BonusCheck check;
  bool names_currency = false;           // the row, the title or the amount says it
  std::optional<Cell> undecided_amount;  // the value is known once the whole file has been read
  friend bool operator==(const ImportedCheck&, const ImportedCheck&) = default;
};

struct ImportRefusal {
  std::string column;  // "D (Value)"; "" when it is about the whole row
  std::string reason;
  std::string who;       // what the file says of the customer, for the list of refused rows
  std::string check_id;  // the same of the check; "" when it could not be read
  friend bool operator==(const ImportRefusal&, const ImportRefusal&) = default;
};

// Reads the marketing platform's list of bonus checks (composed in main: app does not know that platform's spellings).
// Absent: the text holds no list.
using ParseBonusField = std::function<std::optional<RemoteBonus>(const std::string& text, const Account& account)>;

struct ReadRow {
  std::int64_t line = 0;
  std::vector<std::variant<ImportedCheck, ImportRefusal>> items;  // none: an empty row, or a customer without checks
  std::optional<char> decimal_sign;  // that this row shows for certain, see DecimalSigns
};

// Pure. Whatever is not certain refuses the row; of a row of several checks all go with one.
ReadRow read_import_row(const Row& row, const ImportColumns& columns, const Account& account, const ParseBonusField& parse);

// The check with its amount, once the file's decimals are known.
Result<ImportedCheck> decide_amount(ImportedCheck check, const DecimalSigns& signs);

}  // namespace kassabro::app
