#pragma once

#include "app/import_row.hpp"

namespace kassabro::app {

struct CellFault {
  ImportField field;
  std::string reason;
};

// The customer that a row names. Every cell that holds something must be readable.
std::expected<ImportedCustomer, CellFault> read_customer(const Row& row, const ImportColumns& columns, const Account& account);

// What stands in the row's columns of the customer, for the list of refused rows.
std::string customer_text(const Row& row, const ImportColumns& columns);

}  // namespace kassabro::app
