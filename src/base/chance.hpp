#pragma once

#include <functional>

namespace kassabro {

// A share of 0 up to 1, another each time: so that what waits does not all come back at once. Tests decide it themselves.
using Chance = std::function<double()>;
double random_share();

}  // namespace kassabro
