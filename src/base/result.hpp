#pragma once

#include <expected>
#include <utility>

#include "base/error.hpp"

namespace kassabro {

// A value, or an expected failure that the caller can act on.
template <class T>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> fail(Error error) { return std::unexpected<Error>(std::move(error)); }

}  // namespace kassabro
