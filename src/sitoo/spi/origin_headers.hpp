#pragma once

#include "app/origin.hpp"
#include "http/message.hpp"

namespace kassabro::sitoo::spi {

// Who makes the change: `Store-ID`, `Staff-ID` and `Register-ID`, URL-encoded UTF-8 (contract B.1). The origin only traces a
// change: a header that is no text is passed over, not refused. `source` is the contract's name, "sitoo_v2".
app::Origin origin_of(const http::Request& request, std::string_view source);

}  // namespace kassabro::sitoo::spi
