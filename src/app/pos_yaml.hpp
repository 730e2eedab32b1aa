#pragma once

#include <string>
#include <string_view>

#include "app/account.hpp"

namespace kassabro::app {

// What is pasted into Sitoo's Backoffice > Settings / General / POS Settings / Advanced (contracts of Sitoo SPI, B.3), secrets
// included. The names of the generic SPI handler's keys are not published; those below `handler` are what to check with Sitoo.
std::string pos_yaml(const Account& account, std::string_view public_base_url);

}  // namespace kassabro::app
