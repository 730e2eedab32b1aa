#include "main/default_settings.hpp"

namespace kassabro::main {
namespace {

// The test beside this file reads it by each part's own reader and compares with what the part holds for default.
constexpr const char* text = R"json({
  "automations": {"thank_you_delay_minutes": 60, "retention_delay_minutes": 0, "winback_delay_minutes": 0},
  "card": {
    "sections": [
      {"title": "Loyalty", "values": [
        {"title": "Bonus left", "source": "bonus_left"}, {"title": "Customer since", "source": "member_since"}]},
      {"title": "Latest purchase", "values": [
        {"title": "When", "source": "last_purchase_at"}, {"title": "Where", "source": "last_purchase_store"},
        {"title": "Total", "source": "last_purchase"}]}],
    "promotions": [],
    "voucher_passwords": [],
    "store_time_zones": {},
    "bonus": {"order_use": "discount", "give_back": "whole"}},
  "consent": {"fields": true, "suppressions": false},
  "programme": {"retention": {"on": true, "after_days": 30}, "winback": {"on": true, "after_days": 180},
                "from_hour": 10, "to_hour": 19},
  "receipt": {"send": "off", "consent": "", "shop": "", "details": []},
  "rule": {
    "contact_group": "Sitoo-Contact", "address_group": "Sitoo-Address", "order_group": "Sitoo-Order",
    "customer_tag": "Sitoo-Customer", "order_tag": "OrderCompleted", "refund_tag": "RefundCompleted",
    "bonus_tag": "Sitoo-BonusUsed", "newsletter_tag": "Newsletter", "retention_tag": "Sitoo-Retention",
    "winback_tag": "Sitoo-Winback", "receipt_name": "Sitoo-Receipt", "language": "",
    "send_personal_id": false, "native_groups": false, "start_flows": true, "mirror": true,
    "feeds": {"contact_registered": true, "contact_updated": true, "order_completed": true, "order_refunded": true,
              "bonus_check_used": true, "digital_receipt": true, "retention_due": true, "winback_due": true},
    "purchase_groups": [{"group": "Order", "channel": "Webshop"}]},
  "sitoo_v1": {
    "update_answer": "true", "empty_text_clears": false, "always_extended": false, "consents": [],
    "bonus_check_keys": {"id": "bonuscheckid", "name": "name", "description": "description", "value": "value",
                         "redeemed": "redeemed", "date_redeemed": "dateredeemed", "remaining": "remaining",
                         "currency": "currency", "valid_from": "validfrom", "valid_to": "validto"},
    "bonus_check_value": "left", "show_used": false, "redeem_conflict_status": 409},
  "sitoo_v2": {
    "add_answer": "customer", "update_answer": "customer", "empty_text_clears": false,
    "stale_text": "May be out of date: the customer register does not answer.",
    "till": {"title": "Rule", "search_types": ["mobile", "email", "member_number"],
             "fields_add": {"email": "editable", "name": "editable", "personal_id": "hidden", "mobile": "editable",
                            "invoice_address": "hidden", "accepts_email": "editable", "accepts_sms": "editable",
                            "accepts_mail": "hidden", "consents": "editable"},
             "fields_edit": {"email": "editable", "name": "editable", "personal_id": "hidden", "mobile": "editable",
                             "invoice_address": "editable", "accepts_email": "editable", "accepts_sms": "editable",
                             "accepts_mail": "hidden", "consents": "editable"}},
    "bonus_check_keys": {"id": "bonus_check_id", "name": "name", "description": "description", "value": "value",
                         "redeemed": "redeemed", "date_redeemed": "date_redeemed", "remaining": "remaining",
                         "currency": "currency", "valid_from": "valid_from", "valid_to": "valid_to"},
    "bonus_check_value": "left", "show_used": false, "redeem_conflict_status": 409}
})json";

}  // namespace

json::object default_settings() { return parse_json(text)->get_object(); }

}  // namespace kassabro::main
