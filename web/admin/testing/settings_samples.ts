import type { Schemas } from '../api/client';

const keysV1 = {
  id: 'bonuscheckid', name: 'name', description: 'description', value: 'value', redeemed: 'redeemed', date_redeemed: 'dateredeemed',
  remaining: 'remaining', currency: 'currency', valid_from: 'validfrom', valid_to: 'validto',
};
const bonus = { bonus_check_value: 'left', show_used: false, redeem_conflict_status: 409, empty_text_clears: false };

export const defaults: Schemas['Settings'] = {
  rule: {
    contact_group: 'Sitoo-Contact', address_group: 'Sitoo-Address', order_group: 'Sitoo-Order', customer_tag: 'Sitoo-Customer',
    order_tag: 'OrderCompleted', refund_tag: 'RefundCompleted', bonus_tag: 'Sitoo-BonusUsed', newsletter_tag: 'Newsletter',
    retention_tag: 'Sitoo-Retention', winback_tag: 'Sitoo-Winback', receipt_name: 'Sitoo-Receipt', language: '', start_flows: true,
    native_groups: false, send_personal_id: false, mirror: true,
    feeds: {
      contact_registered: true, contact_updated: true, order_completed: true, order_refunded: true, bonus_check_used: true,
      digital_receipt: true, retention_due: true, winback_due: true,
    },
    purchase_groups: [{ group: 'Order', channel: 'Webshop' }],
  },
  card: {
    sections: [
      { title: 'Loyalty', values: [{ title: 'Bonus left', source: 'bonus_left' }, { title: 'Customer since', source: 'member_since' }] },
      {
        title: 'Latest purchase',
        values: [
          { title: 'When', source: 'last_purchase_at' }, { title: 'Where', source: 'last_purchase_store' },
          { title: 'Total', source: 'last_purchase' },
        ],
      },
    ],
    promotions: [], voucher_passwords: [], voucher_field: '', store_time_zones: {}, bonus: { order_use: 'discount', give_back: 'whole' },
  },
  consent: { fields: true, suppressions: false },
  programme: { retention: { on: true, after_days: 30 }, winback: { on: true, after_days: 180 }, from_hour: 10, to_hour: 19 },
  receipt: { send: 'off', consent: '', shop: '', details: [], from_email: '' },
  automations: { language: null, thank_you_delay_minutes: 60, retention_delay_minutes: 0, winback_delay_minutes: 0 },
  sitoo_v1: { update_answer: 'true', always_extended: false, consents: [], bonus_check_keys: keysV1, ...bonus },
  sitoo_v2: {
    add_answer: 'customer', update_answer: 'customer', stale_text: 'May be out of date: the customer register does not answer.',
    bonus_check_keys: { ...keysV1, id: 'bonus_check_id' }, ...bonus,
    till: {
      title: 'Rule', search_types: ['mobile', 'email', 'member_number'],
      fields_add: { email: 'editable', name: 'editable', mobile: 'editable', accepts_email: 'editable', accepts_sms: 'editable', consents: 'editable' },
      fields_edit: {
        email: 'editable', name: 'editable', mobile: 'editable', invoice_address: 'editable', accepts_email: 'editable', accepts_sms: 'editable',
        consents: 'editable',
      },
    },
  },
};

function change(id: string, part: Partial<Schemas['AccountChanged']>): Schemas['AccountChanged'] {
  return { change_id: id, at: '2026-11-29T12:40:00Z', author: 'pages', members: [], undoes: null, undone: false, undoable: false, undo_blocked_by: 'later_change', ...part };
}

export const changes: Schemas['AccountChanged'][] = [
  change('4', { members: [{ member: 'settings.rule.order_tag', before: null, after: 'Bought', secret: false }], undoable: true, undo_blocked_by: null }),
  change('3', { author: 'command_line', members: [{ member: 'rule_api_key', before: null, after: null, secret: true }], undo_blocked_by: 'secret' }),
  change('2', {
    members: [{ member: 'settings.card.sections', before: null, after: [{ title: 'A', values: [] }], secret: false }], undone: true, undo_blocked_by: 'undone',
  }),
  change('1', { author: 'pages', members: [{ member: 'name', before: '', after: 'Åsas Kläder', secret: false }] }),
];

function explained(tag: string, group: string): Schemas['Explained'] {
  return {
    calls: [
      {
        when: 'for each order', method: 'POST', path: '/v2/subscribers', body: { tags: [tag] }, tags: [{ tag, rule: 'goods were sold' }],
        fields: [
          { key: `${group}.total`, type: 'text', value: '349.00', rule: 'amount to pay, gross; negative for a return' },
          { key: 'Sitoo-Contact.namefirst', type: 'text', value: 'Vera', rule: 'first name' },
        ],
      },
    ],
  };
}

export const preview: Schemas['SettingsPreview'] = {
  order_id: '11513', before: explained('OrderCompleted', 'Sitoo-Order'), after: explained('Bought', 'Sitoo-Order'),
};

export const receipt = (language: Schemas['Language']): Schemas['ReceiptPreview'] => ({
  language, subject: language === 'sv' ? 'Ditt kvitto från Åsas Kläder' : 'Your receipt from Åsas Kläder',
  html: `<!doctype html><p>${language === 'sv' ? 'Kvitto' : 'Receipt'}</p>`, text: language === 'sv' ? 'Kvitto 11513' : 'Receipt 11513',
  sms: 'Åsas Kläder: https://till.example.com/r/abc',
});

export const webhooks: Schemas['WebhookStatus'][] = [
  {
    event: 'unsubscribe', url: 'https://till.example.com/rule/webhooks/s3cr3t/unsubscribe', count: 12, last_at: '2026-11-29T12:40:00Z',
    last_result: 'taken',
  },
  { event: 'bounced', url: 'https://till.example.com/rule/webhooks/s3cr3t/bounced', count: 0, last_at: null, last_result: '' },
];
