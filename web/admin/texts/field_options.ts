import { pair } from './pair';

const states = { en: { editable: 'Can be changed', readonly: 'Shown only', hidden: 'Hidden' }, sv: { editable: 'Kan ändras', readonly: 'Visas bara', hidden: 'Dold' } };

/** What can be chosen, by the path of the setting. */
export const fieldOptionTexts = pair(
  {
    'receipt.send': {
      off: 'To nobody', on_request: 'When the cashier asks for it', email: 'By e-mail', sms: 'By text message',
      email_or_sms: 'By e-mail, else by text message',
    },
    'card.bonus.order_use': { discount: 'The discount on the receipt', whole: 'All that is left' },
    'card.bonus.give_back': { never: 'Never', whole: 'When everything came back', any: 'With the first return' },
    'automations.language': { sv: 'Swedish', en: 'English' },
    'sitoo_v1.update_answer': { true: 'That it is done (true)', contact: 'The customer', id: 'The number only' },
    'sitoo_v2.update_answer': { customer: 'The customer', true: 'That it is done (true)' },
    'sitoo_v2.add_answer': { customer: 'The customer', id: 'The number only' },
    'sitoo_v1.bonus_check_value': { left: 'What is left of it', full: 'What it was worth at first' },
    'sitoo_v2.bonus_check_value': { left: 'What is left of it', full: 'What it was worth at first' },
    'sitoo_v1.redeem_conflict_status': { 409: 'A conflict (409)', 400: 'A mistake (400)' },
    'sitoo_v2.redeem_conflict_status': { 409: 'A conflict (409)', 400: 'A mistake (400)' },
    'sitoo_v2.till.search_types': { mobile: 'Mobile phone', email: 'E-mail', member_number: 'Member number', personal_id: 'Personal number' },
    states: states.en,
    tillFields: {
      email: 'E-mail', name: 'Name', personal_id: 'Personal number', mobile: 'Mobile phone', invoice_address: 'Address',
      accepts_email: 'Consent to e-mail', accepts_sms: 'Consent to text messages', accepts_mail: 'Consent to letters', consents: 'The shop’s own consents',
    },
    sources: {
      bonus_left: 'Bonus left', bonus_last_used: 'Last use of a bonus check', last_purchase: 'Total of the latest purchase',
      last_purchase_at: 'When the latest purchase was', last_purchase_store: 'Store of the latest purchase', purchase_count: 'Number of purchases',
      purchase_total: 'Sum of all purchases', member_since: 'Customer since', home_store: 'Store of registration', remote: 'A field in Rule',
    },
    bonusKeys: {
      id: 'Number', name: 'Name', description: 'Description', value: 'Value', redeemed: 'Used', date_redeemed: 'Day of use', remaining: 'Left',
      currency: 'Currency', valid_from: 'First day', valid_to: 'Last day',
    },
    groupFields: {
      number: 'Order number', date: 'Time', total: 'Total', currency: 'Currency', products: 'Products with prices', names: 'Names of products',
      status: 'State', discount: 'Discount',
    },
  },
  {
    'receipt.send': {
      off: 'Till ingen', on_request: 'När kassören ber om det', email: 'Med e-post', sms: 'Med sms',
      email_or_sms: 'Med e-post, annars med sms',
    },
    'card.bonus.order_use': { discount: 'Rabatten på kvittot', whole: 'Allt som är kvar' },
    'card.bonus.give_back': { never: 'Aldrig', whole: 'När allt har kommit tillbaka', any: 'Med den första returen' },
    'automations.language': { sv: 'Svenska', en: 'Engelska' },
    'sitoo_v1.update_answer': { true: 'Att det är gjort (true)', contact: 'Kunden', id: 'Bara numret' },
    'sitoo_v2.update_answer': { customer: 'Kunden', true: 'Att det är gjort (true)' },
    'sitoo_v2.add_answer': { customer: 'Kunden', id: 'Bara numret' },
    'sitoo_v1.bonus_check_value': { left: 'Det som är kvar', full: 'Det den var värd från början' },
    'sitoo_v2.bonus_check_value': { left: 'Det som är kvar', full: 'Det den var värd från början' },
    'sitoo_v1.redeem_conflict_status': { 409: 'En konflikt (409)', 400: 'Ett fel (400)' },
    'sitoo_v2.redeem_conflict_status': { 409: 'En konflikt (409)', 400: 'Ett fel (400)' },
    'sitoo_v2.till.search_types': { mobile: 'Mobiltelefon', email: 'E-post', member_number: 'Medlemsnummer', personal_id: 'Personnummer' },
    states: states.sv,
    tillFields: {
      email: 'E-post', name: 'Namn', personal_id: 'Personnummer', mobile: 'Mobiltelefon', invoice_address: 'Adress',
      accepts_email: 'Samtycke till e-post', accepts_sms: 'Samtycke till sms', accepts_mail: 'Samtycke till brev', consents: 'Butikens egna samtycken',
    },
    sources: {
      bonus_left: 'Bonus kvar', bonus_last_used: 'När en bonuscheck senast användes', last_purchase: 'Det senaste köpets summa',
      last_purchase_at: 'När det senaste köpet var', last_purchase_store: 'Det senaste köpets butik', purchase_count: 'Antal köp',
      purchase_total: 'Summan av alla köp', member_since: 'Kund sedan', home_store: 'Butiken där kunden registrerades', remote: 'Ett fält i Rule',
    },
    bonusKeys: {
      id: 'Nummer', name: 'Namn', description: 'Beskrivning', value: 'Värde', redeemed: 'Använd', date_redeemed: 'Användningsdag', remaining: 'Kvar',
      currency: 'Valuta', valid_from: 'Första dag', valid_to: 'Sista dag',
    },
    groupFields: {
      number: 'Ordernummer', date: 'Tid', total: 'Summa', currency: 'Valuta', products: 'Produkter med priser', names: 'Produkternas namn',
      status: 'Läge', discount: 'Rabatt',
    },
  },
);
