# shellcheck shell=bash
# The shop that the demo begins with: connected by SPI v2 and events, and a customer of its web shop who is in Rule already.

# json_text NAME: the text of a member with this name, in the JSON on standard input (one of its kind, without quotes in it).
json_text() { grep -o "\"$1\":\"[^\"]*\"" | head -n 1 | cut -d '"' -f 4; }

# What a web shop and a marketer have left in Rule: names, an order, two bonus checks.
put_web_customer() {
  local sandbox=$1 key=$2
  local checks='[{\"id\":\"BONUS-1\",\"name\":\"Bonus check, spring\",\"description\":\"Thank you for your purchases\",\"value\":\"100.00\",\"remaining\":\"100.00\",\"currency\":\"SEK\",\"validfrom\":\"2026-01-01\",\"validto\":\"2027-12-31\",\"redeemed\":false,\"redeemeddate\":null},{\"id\":\"BONUS-2\",\"name\":\"Birthday check\",\"description\":\"Happy birthday!\",\"value\":\"50.00\",\"remaining\":\"50.00\",\"currency\":\"SEK\",\"validfrom\":null,\"validto\":\"2027-12-31\",\"redeemed\":false,\"redeemeddate\":null}]'
  local products='[{\"name\":\"Rain jacket\",\"sku\":\"JK-4001\",\"qty\":1,\"price\":\"1199.20\",\"price_vat\":\"1499.00\",\"total\":\"1499.00\"}]'
  http_call PUT "$sandbox" "/control/rule/accounts/$key/groups" '{"name":"Order","historical":true}' >/dev/null &&
    http_call POST "$sandbox" /rule/api/v2/subscribers '{"apikey":"'"$key"'","update_on_duplicate":true,"tags":["Newsletter"],
      "subscribers":{"email":"vera@example.com","phone_number":"+46701112233","fields":[
      {"key":"Subscriber.FirstName","value":"Vera"},{"key":"Subscriber.LastName","value":"Webb"},
      {"key":"Subscriber.Street1","value":"Storgatan 1"},{"key":"Subscriber.Zipcode","value":"111 22"},
      {"key":"Subscriber.City","value":"Stockholm"},{"key":"Subscriber.Country","value":"SE"},
      {"key":"Order.Number","value":"W-1042"},{"key":"Order.Date","type":"datetime","value":"2026-10-17 20:14:05"},
      {"key":"Order.Total","value":"1499.00"},{"key":"Order.Currency","value":"SEK"},
      {"key":"Order.Products","type":"json","value":"'"$products"'"},
      {"key":"Sitoo-Contact.bonuschecks","type":"json","value":"'"$checks"'"}]}}' >/dev/null
}

# A file as a marketer's spreadsheet writes it: a customer of the web shop, and one whom nobody has registered yet.
write_checks_file() {
  cat >"$1/bonus-checks.csv" <<'END'
E-post;Bonuscheck-id;Namn;Värde;Giltig t.o.m.
vera@example.com;SOMMAR-1;Sommarcheck;100,00;2027-12-31
nils.ny@example.com;SOMMAR-2;Sommarcheck;50,00;2027-12-31
END
}

# Receipts by mail and SMS, and a programme that asks at every hour, so that nobody waits for ten in the morning.
shop_settings='{"receipt":{"send":"email_or_sms"},"programme":{"from_hour":0,"to_hour":24},"automations":{"thank_you_delay_minutes":0}}'

# connect_webhooks SANDBOX SHOP: Rule tells Kassabro what its subscribers do.
connect_webhooks() {
  local sandbox=$1 url event
  http_call DELETE "$sandbox" /control/webhooks >/dev/null || return 1
  for event in unsubscribe resubscribed opted-in bounced; do
    url=$(json_text "$event" <<<"$2")
    http_call POST "$sandbox" /control/webhooks '{"event":"'"$event"'","url":"'"$url"'"}' >/dev/null || return 1
  done
}

# prepare_shop PUBLIC SANDBOX DATA: connects Sitoo's second generation. The sandbox remembers nothing of a shop that was kept, so
# that gets a new key and its customer of the web shop again.
prepare_shop() {
  local public=$1 sandbox=$2 data=$3 key id shop user password
  local -a kassabro=("$release/bin/kassabro" --json --set "data.dir=$data" account)
  key=$(http_call POST "$sandbox" /rule/pages-api/accounts/1/keys '{"name":"Demo shop"}' | json_text key)
  put_web_customer "$sandbox" "$key" || return 1
  id=$("${kassabro[@]}" list | json_text account_id)
  if [[ -n $id ]]; then
    # Kassabro asks Rule whose key this is, and renews the account's.
    http_call GET "$public" /sitoo/v1/consents '' "$key" >/dev/null || return 1
    shop=$("${kassabro[@]}" show "$id") || return 1
  else
    shop=$("${kassabro[@]}" add --name "Demo shop" --rule-api-key "$key" --sitoo-base-url "http://$sandbox/sitoo" \
      --sitoo-api-id 1500-1 --sitoo-password sandbox --settings "$shop_settings") || return 1
    id=$(json_text account_id <<<"$shop")
  fi
  connect_webhooks "$sandbox" "$shop" || return 1
  "$release/bin/kassabro" --set "data.dir=$data" automations apply --account "$id" --activate >/dev/null || return 1
  # shellcheck disable=SC2034  # for the story
  shop_id=$(json_text account_id <<<"$shop")
  write_checks_file "$data"
  user=$(json_text basic_user <<<"$shop") password=$(json_text basic_password <<<"$shop")
  http_call PUT "$sandbox" /control/settings '{
    "crm_v2":{"url":"http://'"$public"'/sitoo/v2","user":"'"$user"'","password":"'"$password"'"},
    "events":{"url":"http://'"$public"'/sitoo/events","user":"'"$user"'","password":"'"$password"'"}}' >/dev/null
}
