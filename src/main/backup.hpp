#pragma once

#include <string>

#include "main/config.hpp"

namespace kassabro::main {

// A copy of the store in the data folder, while a server runs or not: `folder`/kassabro.db, and with the key `folder`/secret.key.
// Throws InfrastructureFailure: the store is not SQLite's, or the copy cannot be made.
void back_up(const Config& config, const std::string& folder, bool with_key);

// The store of `folder` becomes the data folder's; no server may run on it. The key comes along, or is the data folder's. Nothing is
// changed unless the copy is whole and the key opens it. Throws InfrastructureFailure: not so, or there is a store and `replace` is not said.
void restore(const Config& config, const std::string& folder, bool replace);

}  // namespace kassabro::main
