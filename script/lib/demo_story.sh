# shellcheck shell=bash
# What the demo tells: the way of a shop owner, from nothing to a purchase seen in Rule.

print_story() {
  local public=$1 admin=$2 sandbox=$3 data=$4
  cat <<END

  Kassabro is running, between an imitated Sitoo and an imitated Rule.

    Rule             http://$sandbox/rule
    Sitoo backoffice http://$sandbox/backoffice
    Sitoo POS        http://$sandbox/pos
    Metrics          http://$admin/metrics
    (the address Sitoo calls: http://$public/sitoo/v1)

  1. In Rule, make an API key and copy it.
  2. In the Sitoo backoffice, under Custom CRM, enter
       API URL    http://$public/sitoo/v1
       API Token  the key
     Save, and press "Test connection". That is the whole set-up: Kassabro has recognised the key by asking Rule.
  3. At the POS (F2), search for 070-123 45 67. Nobody is found: register the customer, with an e-mail address.
  4. Sell something. The receipt carries the customer's name and member number.
  5. In Rule, open the customer: tags Sitoo-Customer and OrderCompleted, the groups Sitoo-Contact and Sitoo-Order (and
     Sitoo-Address, if you gave an address).
  6. At the POS, search for the same number again: the card with the latest purchases. Return one item.
  7. What was delivered, and what waits:
       build/release/bin/kassabro --set data.dir=$data outbox list

  Also worth a try: make Rule fail and sell on. Nothing is lost, and it arrives when Rule is back:
       POST http://$sandbox/control/faults  {"system":"rule","path":"/","status":503,"count":20}

  Ctrl-C stops everything.

END
}
