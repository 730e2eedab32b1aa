#pragma once

#include <optional>
#include <string_view>

#include "domain/customer_key.hpp"

namespace kassabro::sitoo::spi::v2 {

// `SearchKeyType` of contract B.2.1, in any case, with '-' for '_'. Absent: a type that we do not know, or no kind of key of
// ours (personal_id, company_id, barcode): then the key may be any of them.
std::optional<domain::KeyKind> kind_of(std::string_view key_type);

}  // namespace kassabro::sitoo::spi::v2
