#include "sitoo/spi/redeem_wire.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "domain/money.hpp"
#include "http/problem.hpp"

namespace kassabro::sitoo::spi {
namespace {

using app::BonusCheckUse;
using app::RedeemRequest;
using Names = std::span<const std::string_view>;

constexpr std::array<std::string_view, 6> check_lists{"bonus_check_ids", "bonus_checks",   "bonuscheckids",
                                                      "bonuschecks",     "bonus_check_id", "bonuscheckid"};
constexpr std::array<std::string_view, 5> promotion_lists{"promotion_ids", "promotions", "promotionids", "promotion_id",
                                                          "promotionid"};
constexpr std::array<std::string_view, 2> mixed_lists{"items", "redeem_items"};
constexpr std::array<std::string_view, 3> check_ids{"bonus_check_id", "bonuscheckid", "id"};
constexpr std::array<std::string_view, 3> promotion_ids{"promotion_id", "promotionid", "id"};
constexpr std::array<std::string_view, 5> amounts{"amount", "value", "money_value", "moneyvalue", "moneyamount"};
constexpr std::array<std::string_view, 3> currencies{"currency", "currencycode", "currency_code"};
// The receipt before the order: an order's number may be given before there is a receipt, and the receipt is what stays.
constexpr std::array<std::string_view, 8> receipts{"receipt_id", "receiptid", "pos-receiptid",  "pos_receiptid",
                                                   "order_id",   "orderid",   "transaction_id", "transactionid"};
constexpr std::array<std::string_view, 4> contacts{"customer_id", "contactid", "contact_id", "customerid"};

// An id is a text or a whole number.
std::optional<std::string> id_text(const json::value& value) {
  if (value.is_string() || value.is_int64() || value.is_uint64()) return text_of(value);
  return std::nullopt;
}

// The first of the names that has a value; "" when none has.
std::string_view first_name(const json::object& object, Names names) {
  for (const auto name : names)
    if (find_member(object, name) != nullptr) return name;
  return {};
}

Result<std::string> read_id(const json::object& object, Names names) {
  const auto name = first_name(object, names);
  if (name.empty()) return std::string();
  auto text = id_text(*find_member(object, name));
  if (!text) return fail(invalid(std::string(name), "This is neither a text nor a whole number."));
  return std::move(*text);
}

// 10 and "10.00" are; of texts that are no amounts of most currencies, only equal ones.
bool is_same_amount(std::string_view one, std::string_view other) {
  const auto first = domain::parse_amount_minor(one, {});
  const auto second = domain::parse_amount_minor(other, {});
  return first && second ? *first == *second : one == other;
}

class Reader {
 public:
  Reader(const json::object& body, const BonusSettings& settings)
      : body_(body), keys_(settings.keys), shows_full_value_(settings.value == BonusCheckValue::full) {}

  Result<RedeemRequest> read(RedeemPath path) {
    if (!path.check_id.empty())
      if (auto done = add({std::move(path.check_id), {}, {}, "bonus_check_id"}, "path"); !done) return fail(done.error());
    if (!path.promotion_id.empty()) add_promotion(std::move(path.promotion_id));
    for (const auto name : check_lists)
      if (auto done = read_list(name, &Reader::read_check); !done) return fail(done.error());
    for (const auto name : promotion_lists)
      if (auto done = read_list(name, &Reader::read_promotion); !done) return fail(done.error());
    for (const auto name : mixed_lists)
      if (auto done = read_list(name, &Reader::read_item); !done) return fail(done.error());
    if (auto done = read_single_amount(); !done) return fail(done.error());
    if (auto done = read_receipt(); !done) return fail(done.error());
    if (auto done = read_contact(std::move(path.contact_id)); !done) return fail(done.error());
    return std::move(request_);
  }

 private:
  using ReadEntry = Result<void> (Reader::*)(const json::value&, std::string_view list, const std::string& where);

  Result<void> read_list(std::string_view name, ReadEntry read_entry) {
    const auto* value = find_member(body_, name);
    if (value == nullptr) return {};
    if (!value->is_array()) return (this->*read_entry)(*value, name, std::string(name));
    for (std::size_t i = 0; i < value->get_array().size(); ++i) {
      const auto where = std::string(name) + "[" + std::to_string(i) + "]";
      if (auto done = (this->*read_entry)(value->get_array()[i], name, where); !done) return done;
    }
    return {};
  }

  Result<void> read_check(const json::value& entry, std::string_view list, const std::string& where) {
    if (auto id = id_text(entry); id && !id->empty()) return add({std::move(*id), {}, {}, where}, list);
    if (!entry.is_object()) return fail(invalid(where, "This is neither the id of a bonus check nor an object."));
    const auto& object = entry.get_object();
    const std::array<std::string_view, 1> own_id{keys_.id};
    const auto name = first_of(object, own_id, check_ids);
    if (name.empty()) return fail(invalid(where + ".bonus_check_id", "The bonus check has no id."));
    auto id = id_text(*find_member(object, name));
    if (!id) return fail(invalid(where + "." + std::string(name), "This is neither a text nor a whole number."));
    BonusCheckUse use{std::move(*id), {}, {}, where};
    if (auto done = read_amount(use, object, where + "."); !done) return done;
    return add(std::move(use), list);
  }

  Result<void> read_promotion(const json::value& entry, std::string_view, const std::string& where) {
    auto id = id_text(entry);
    if (entry.is_object()) {
      const auto name = first_name(entry.get_object(), promotion_ids);
      if (name.empty()) return fail(invalid(where + ".promotion_id", "The promotion has no id."));
      id = id_text(*find_member(entry.get_object(), name));
    }
    if (!id || id->empty()) return fail(invalid(where, "This is neither the id of a promotion nor an object with one."));
    add_promotion(std::move(*id));
    return {};
  }

  // A list of both kinds: the entry says by its id's name, or by its type, which it is.
  Result<void> read_item(const json::value& entry, std::string_view list, const std::string& where) {
    if (!entry.is_object()) return fail(invalid(where, "This is not an object."));
    const auto& object = entry.get_object();
    const bool names_promotion = !first_name(object, Names(promotion_ids).first(2)).empty();
    const bool is_promotion = names_promotion || text_member(object, "type").starts_with("promotion");
    return is_promotion ? read_promotion(entry, list, where) : read_check(entry, list, where);
  }

  std::string_view first_of(const json::object& object, Names own, Names usual) const {
    const auto name = own.front().empty() ? std::string_view() : first_name(object, own);
    return name.empty() ? first_name(object, usual) : name;
  }

  Result<void> read_amount(BonusCheckUse& use, const json::object& object, const std::string& prefix) const {
    const std::array<std::string_view, 1> own_value{keys_.value};
    const std::array<std::string_view, 1> amount_itself{"amount"};
    auto name = first_name(object, amount_itself);
    if (name.empty()) name = first_of(object, own_value, amounts);
    if (!name.empty()) {
      const auto& value = *find_member(object, name);
      auto text = value.is_bool() ? std::nullopt : text_of(value);
      if (!text) return fail(invalid(prefix + std::string(name), "This is not an amount of money such as \"100.00\"."));
      use.amount = std::move(*text);
      use.whole_value_is_all = shows_full_value_ && name == keys_.value;
    }
    const std::array<std::string_view, 1> own_currency{keys_.currency};
    if (const auto key = first_of(object, own_currency, currencies); !key.empty()) {
      const auto& value = *find_member(object, key);
      if (!value.is_string()) return fail(invalid(prefix + std::string(key), "This is not a currency code such as \"SEK\"."));
      use.currency = std::string(value.get_string());
    }
    return {};
  }

  // {"bonus_check_id":"b1","amount":"40.00"}: the amount of the one check that is named.
  Result<void> read_single_amount() {
    const std::array<std::string_view, 1> own{keys_.value};
    const bool has_amount = !first_name(body_, amounts).empty() || !first_name(body_, own).empty();
    if (!has_amount || request_.checks.empty()) return {};
    if (request_.checks.size() > 1) return refuse_check_without_amount();
    auto single = request_.checks.front();
    if (auto done = read_amount(single, body_, ""); !done) return done;
    return take_amount(request_.checks.front(), single);
  }

  // Beside amounts of their own, the request's is their sum or their face value, which tells nothing new.
  Result<void> refuse_check_without_amount() const {
    if (std::ranges::none_of(request_.checks, [](const BonusCheckUse& use) { return use.amount.empty(); })) return {};
    return fail(invalid("amount", "The request names several bonus checks: give each its amount."));
  }

  // Blanks are no name: two purchases with them would count as one.
  Result<void> read_receipt() {
    for (const auto name : receipts) {
      const auto text = read_id(body_, std::array{name});
      if (!text) return fail(text.error());
      request_.receipt = std::string(trimmed(*text));
      if (!request_.receipt.empty()) return {};
    }
    return {};
  }

  Result<void> read_contact(std::string of_path) {
    auto id = read_id(body_, contacts);
    if (!id) return fail(id.error());
    if (!of_path.empty() && !id->empty() && *id != of_path)
      return fail(invalid(std::string(first_name(body_, contacts)), "The path names another customer."));
    request_.contact_id = of_path.empty() ? std::move(*id) : std::move(of_path);
    return {};
  }

  // What another place of the request says of the same check.
  static Result<void> take_amount(BonusCheckUse& known, const BonusCheckUse& other) {
    if (known.amount.empty())
      known = other;
    else if (!other.amount.empty() && !is_same_amount(other.amount, known.amount))
      return fail(invalid(known.field + ".amount", "The request names two amounts of this bonus check."));
    return {};
  }

  // A till may name a check in the path and in the body, or as an id and as an object: that is once. Twice in one list is not.
  Result<void> add(BonusCheckUse use, std::string_view list) {
    const auto known = std::ranges::find(request_.checks, use.check_id, &BonusCheckUse::check_id);
    const bool is_other_list =
        known != request_.checks.end() && lists_[static_cast<std::size_t>(known - request_.checks.begin())] != list;
    if (is_other_list) return take_amount(*known, use);
    request_.checks.push_back(std::move(use));
    lists_.emplace_back(list);
    return {};
  }

  void add_promotion(std::string id) {
    if (std::ranges::find(request_.promotion_ids, id) == request_.promotion_ids.end())
      request_.promotion_ids.push_back(std::move(id));
  }

  const json::object& body_;
  const BonusCheckKeys& keys_;
  bool shows_full_value_;
  RedeemRequest request_;
  std::vector<std::string> lists_;  // where each check was named
};

// A name that is repeated, "ids" and "ids[]" alike, has all of its values. One without a value is as if it were not there.
json::object members_of(const http::Query& query) {
  json::object members;
  for (const auto& [written, value] : query.items()) {
    if (value.empty()) continue;
    std::string_view name = written;
    if (name.ends_with("[]")) name.remove_suffix(2);
    auto& member = members[name];
    if (member.is_null())
      member = value;
    else if (auto* list = member.if_array())
      list->emplace_back(value);
    else
      member = json::array{member, value};
  }
  return members;
}

}  // namespace

Result<RedeemRequest> parse_redemption(const http::Request& request, const http::Query& query, RedeemPath path,
                                       const BonusSettings& settings) {
  if (trimmed(request.body).empty()) {
    const auto members = members_of(query);
    return Reader(members, settings).read(std::move(path));
  }
  const auto body = parse_json(request.body);
  if (!body) return fail(body.error());
  if (!body->is_object()) return fail(invalid("body", "A redemption is a JSON object."));
  return Reader(body->get_object(), settings).read(std::move(path));
}

http::Response redeem_problem(const Error& error, const BonusSettings& settings) {
  if (error.code == ErrorCode::conflict) return http::problem(settings.conflict_status, error.message, error.field);
  return http::problem(error);
}

}  // namespace kassabro::sitoo::spi
