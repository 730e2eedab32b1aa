#pragma once

#include <string>
#include <string_view>

#include "app/import_columns.hpp"

namespace kassabro::app {

// A title as it is compared: lower-case letters and digits without accents. "Giltig t.o.m." is "giltigtom".
std::string normal_title(std::string_view title);

struct KnownTitle {
  ImportField field;
  std::string currency;  // of a value: "Value (EUR)"
};

// What a title says that its column holds. Absent: nothing that is known.
std::optional<KnownTitle> read_title(std::string_view title, std::string_view usual_currency);

}  // namespace kassabro::app
