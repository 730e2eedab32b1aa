# shellcheck shell=bash
# What the demo tells: the way of a shop owner, from nothing to a purchase seen in Rule, and the story of a bonus check.

print_story() {
  local public=$1 admin=$2 sandbox=$3 data=$4 account=$5
  cat <<END

  Kassabro is running, between an imitated Sitoo and an imitated Rule.

    Rule             http://$sandbox/rule
    Sitoo backoffice http://$sandbox/backoffice
    Sitoo POS        http://$sandbox/pos
    Kassabro's pages http://$admin/   (choose a password; then the shop, its deliveries, jobs, files and letters)
    Metrics          http://$admin/metrics
    (the addresses Sitoo calls: http://$public/sitoo/v1, /sitoo/v2 and /sitoo/events)

  Connect and sell (Custom CRM, SPI v1)

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

  Bonus checks, and a customer of the web shop

  7. At the POS, search for vera@example.com. No till has ever seen her: she is a customer of the web shop, taken over from
     Rule. Her card shows her order of the web shop and two bonus checks.
  8. Add a bonus check to a purchase and sell. In Rule, open Vera: "bonuschecks" shows when it was used and what is left.
  9. Switch the till to SPI v2 (connected already, with events) and use a part of the other one. Return the goods: the check
     comes back.

  Old orders, a file of bonus checks, missed orders (in another window, from this folder)

       alias k='build/release/bin/kassabro --set data.dir=$data'

 10. The shop sold before it was connected. Bring its old orders over; nobody is thanked for them, and a second run changes
     nothing. In Rule, Customers: everybody who has bought.
       k history sync --account $account --wait
 11. A marketer's file: one row is Vera's, one is of somebody whom nobody has registered yet. Look first: that row is refused,
     with its line and the reason. Then do it, adding such customers; at the POS, vera@example.com shows her new check. As long
     as nobody has used it, all of it can be taken back.
       k bonus-checks import $data/bonus-checks.csv --account $account --dry-run
       k bonus-checks import $data/bonus-checks.csv --account $account --create-customers
       k bonus-checks imports
       k bonus-checks undo IMPORT --account $account
 12. Cut Sitoo's link, sell, and mend it: the orders that Kassabro was not told of are found and fetched. (The sandbox gives
     events up after seconds, not after a day.)
       curl -X PUT -d '{"event_retry_ms":1}' http://$sandbox/control/sitoo/switches
       curl -X PUT -d '{"events":{"url":"http://127.0.0.1:1/"}}' http://$sandbox/control/settings
       (sell something with SPI v2 at the POS)
       curl -X PUT -d '{"events":{"url":"http://$public/sitoo/events"}}' http://$sandbox/control/settings
       k reconcile --account $account --wait

  The marketing programme

 13. The demo has made three flows in Rule, with "k automations apply --account $account --activate"; look at them:
       k automations plan --account $account
       k automations preview winback --account $account --out winback.html
     Sell something to a customer with an e-mail address. In Rule, open the customer, Messages: the digital receipt, with a link
     to its page, and the letter of thanks with what was bought.
 14. Move everybody's clock; after each step look at the messages. A month without a purchase brings Retention, half a year Winback,
     once each, and a purchase ends it.
       curl -d '{"advance":"P31D"}' http://$sandbox/control/clock
       curl -d '{"advance":"P150D"}' http://$sandbox/control/clock
 15. Click "unsubscribe" in one of the letters. At the till, the next search shows that the customer accepts no e-mail any more. Sell
     to them: the receipt comes, no letter of thanks.
 16. The test call of every kind of data, with each call, Rule's answer, and what has arrived:
       k feeds test --all --account $account; k feeds remove-test --account $account

  What was delivered, and what waits; what needs an eye:
       k outbox list; k events list; k jobs list; k doctor

  Also worth a try: make Rule fail and sell on. Nothing is lost, and it arrives when Rule is back:
       POST http://$sandbox/control/faults  {"system":"rule","path":"/","status":503,"count":20}

  Ctrl-C stops everything.

END
}
