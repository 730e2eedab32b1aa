import { pair } from './pair';

/** What integrators are told of, by the type of the message: its name, and what it says. */
export const eventTypeTexts = pair(
  {
    names: {
      'order.completed': 'Purchase or return',
      'customer.registered': 'New customer',
      'bonus_check.redeemed': 'Bonus check used',
      'bonus_check.redemption_undone': 'Bonus check given back',
      'consent.changed': 'Consent changed',
      'endpoint.test': 'Test message',
    },
    abouts: {
      'order.completed': 'A purchase, a return or an exchange is complete: its lines, amounts and payments, and the customer if there is one.',
      'customer.registered': 'Somebody registers at a till: name, e-mail, phone, and what they have agreed to.',
      'bonus_check.redeemed': 'A bonus check is used, all of it or a part: how much, and what remains.',
      'bonus_check.redemption_undone': 'The use of a bonus check is taken back, as by a return or a cancelled order: what it is worth again.',
      'consent.changed': 'A customer’s consents change at a till, or somebody unsubscribes in Rule: what held before and what holds now.',
      'endpoint.test': 'Sent by the button “Send test” and by nothing else.',
    },
  },
  {
    names: {
      'order.completed': 'Köp eller retur',
      'customer.registered': 'Ny kund',
      'bonus_check.redeemed': 'Bonuscheck använd',
      'bonus_check.redemption_undone': 'Bonuscheck återlämnad',
      'consent.changed': 'Samtycke ändrat',
      'endpoint.test': 'Provmeddelande',
    },
    abouts: {
      'order.completed': 'Ett köp, en retur eller ett byte är klart: rader, belopp och betalningar, och kunden om det finns en.',
      'customer.registered': 'Någon blir kund i kassan: namn, e-post, telefon och vad personen har samtyckt till.',
      'bonus_check.redeemed': 'En bonuscheck används, hela eller en del: hur mycket, och vad som är kvar.',
      'bonus_check.redemption_undone': 'Användningen av en bonuscheck tas tillbaka, till exempel vid en retur eller en avbruten order: vad den är värd igen.',
      'consent.changed': 'En kunds samtycken ändras i kassan, eller någon avregistrerar sig i Rule: vad som gällde förut och vad som gäller nu.',
      'endpoint.test': 'Skickas av knappen ”Skicka prov” och av inget annat.',
    },
  },
);
