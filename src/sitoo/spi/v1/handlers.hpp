#pragma once

#include "sitoo/spi/v1/api.hpp"

namespace kassabro::sitoo::spi::v1 {

// Each handler: parse, call, render.
Async<http::Response> find_contact(const Call& call);
Async<http::Response> get_contact(const Call& call);
Async<http::Response> add_contact(const Call& call);
Async<http::Response> update_contact(const Call& call);
Async<http::Response> lookup_contact(const Call& call);
Async<http::Response> list_consents(const Call& call);
Async<http::Response> accept_transactions(const Call& call);
Async<http::Response> list_purchases(const Call& call);
Async<http::Response> redeem(const Call& call);
Async<http::Response> redeem_check(const Call& call);
Async<http::Response> redeem_promotion(const Call& call);
Async<http::Response> undo(const Call& call);
Async<http::Response> undo_check(const Call& call);
Async<http::Response> undo_promotion(const Call& call);

}  // namespace kassabro::sitoo::spi::v1
