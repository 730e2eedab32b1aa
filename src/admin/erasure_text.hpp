#pragma once

#include "app/erasures.hpp"
#include "base/json.hpp"

namespace kassabro::admin {

// `Erasure` of openapi.yaml.
json::object erasure_object(const app::Erasure& erasure);

}  // namespace kassabro::admin
