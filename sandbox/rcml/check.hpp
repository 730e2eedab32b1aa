#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/json.hpp"

namespace kassabro::sandbox::rcml {

// Why Rule refuses a document. `message` is Rule's own sentence, `detail` says where and what.
struct Flaw {
  std::string message, detail;
};

// What a document may name.
class Schema {
 public:
  virtual ~Schema() = default;
  // "Order.Total" or a field's id.
  virtual bool has_field(std::string_view reference) const = 0;
  virtual bool has_tag(std::int64_t tag_id) const = 0;
};

// The rules of RCML (contract of RCML, sections 1 to 7) with what Rule's own server checks besides: one head before one body,
// fields and tags that exist. Absent: nothing is wrong.
std::optional<Flaw> find_email_flaw(const json::value& document, const Schema& schema);
std::optional<Flaw> find_sms_flaw(const json::value& document, const Schema& schema);

}  // namespace kassabro::sandbox::rcml
