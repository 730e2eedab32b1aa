#pragma once

#include <string>

#include "http/message.hpp"

namespace kassabro::http {

// The bytes of an HTTP/1.1 answer, written over `out` (its memory is reused from answer to answer).
void write_response_text(std::string& out, const Response& response, bool keep_alive, bool head_only);

}  // namespace kassabro::http
