#pragma once

#include "sitoo/spi/v2/api.hpp"

namespace kassabro::sitoo::spi::v2 {

// Each handler: parse, call, render.
Async<http::Response> search_customer(const Call& call);
Async<http::Response> get_customer(const Call& call);
Async<http::Response> add_customer(const Call& call);
Async<http::Response> update_customer(const Call& call);
Async<http::Response> lookup_customer(const Call& call);
Async<http::Response> list_consents(const Call& call);
Async<http::Response> list_purchases(const Call& call);
Async<http::Response> redeem(const Call& call);
Async<http::Response> redeem_check(const Call& call);
Async<http::Response> redeem_promotion(const Call& call);
Async<http::Response> undo(const Call& call);
Async<http::Response> undo_check(const Call& call);
Async<http::Response> undo_promotion(const Call& call);

// An error of a use case in the words of v2, where a contact is a customer.
Error in_words_of_v2(Error error);

}  // namespace kassabro::sitoo::spi::v2
