#pragma once

#include <string_view>

#include "app/remote_news_source.hpp"
#include "rule/call.hpp"

namespace kassabro::rule {

// The news of this time; `cursor`: "" for the first page, else a page's `next`.
Call list_statistics_call(Timestamp from, Timestamp until, std::string_view cursor);

// Rows of other types, and rows that do not say who or when, are left out.
app::RemoteNewsPage parse_statistics(const json::value& body);

}  // namespace kassabro::rule
