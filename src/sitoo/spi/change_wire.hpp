#pragma once

#include <span>

#include "base/json.hpp"
#include "domain/contact.hpp"

namespace kassabro::sitoo::spi {

enum class EmptyText { is_absent, clears };

// What a version calls one field of a contact.
struct TextKey {
  std::string_view key;
  domain::ContactField field;
};

// Reads the texts that `object` has of these. `where` is its place in the body ("invoice_address."), for errors, which name
// the member. A member that is missing or null changes nothing.
Result<void> read_texts(domain::ContactChange& change, const json::object& object, std::span<const TextKey> keys,
                        EmptyText empty_text, const std::string& where = {});

// accepts_email, accepts_sms and accepts_mail, which both versions know.
Result<void> read_accepts(domain::ContactChange& change, const json::object& object);

// An array of at most 100 ids of the shop's consents, each once; `name` is the member.
Result<std::vector<std::string>> parse_consent_ids(const json::value& value, const std::string& name);

}  // namespace kassabro::sitoo::spi
