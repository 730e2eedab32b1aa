#pragma once

#include "sandbox/rcml/values.hpp"

namespace kassabro::sandbox::rcml {

// The document as one reader gets it: the case of each switch picked, loops written out, attributes complete, tokens replaced.
// What is left needs no reader any more and holds plain text, not HTML, but for rc-raw.
json::value settle(const json::value& document, const Values& values);

}  // namespace kassabro::sandbox::rcml
