import type { ComponentType } from 'react';
import type { Texts } from '../texts/tables';
import type { FieldKind, FieldRow } from './fields/Field';
import type { FieldPath } from './fields/labels';
import { CardSections } from './lists/CardSections';
import { ConsentsV1, ConsentsV2 } from './lists/Consents';
import { Promotions } from './lists/Promotions';
import { PurchaseGroups } from './lists/PurchaseGroups';
import { Stores } from './lists/Stores';
import { BonusKeysV1, BonusKeysV2 } from './till/BonusKeys';
import { PosYaml } from './till/PosYaml';
import { SearchTypes } from './till/SearchTypes';
import { TillFields } from './till/TillFields';
import { TillV1 } from './till/TillV1';

export type FormName = 'shop' | 'names' | 'card' | 'stores' | 'till' | 'consents' | 'programme' | 'receipts' | 'letters' | 'answers';

/** Some fields below a heading; `view` is what is more than an input. */
export interface Part {
  title: keyof Texts['editor']['parts'] | null;
  fields?: FieldRow[];
  view?: ComponentType;
}

export interface Section {
  /** What the section saves: these and all within. */
  paths: string[];
  parts: Part[];
  /** It changes what an order tells Rule, so it can be tried on one. */
  canTry: boolean;
}

const all = (kind: FieldKind, ...paths: FieldPath[]): FieldRow[] => paths.map((path) => ({ path, kind }));

/** The forms of the settings, in the order of the page. */
export const sections: Record<FormName, Section> = {
  shop: {
    paths: ['name', 'country', 'time_zone', 'currency', 'sitoo_base_url', 'sitoo_api_id', 'sitoo_password', 'eshop_id', 'rule_api_key'],
    canTry: false,
    parts: [
      { title: null, fields: all('plain', 'name', 'country', 'time_zone', 'currency') },
      {
        title: 'sitoo',
        fields: [
          ...all('plain', 'sitoo_api_id'), ...all('secret', 'sitoo_password', 'rule_api_key'), ...all('plain_number', 'eshop_id'),
          ...all('plain_url', 'sitoo_base_url'),
        ],
      },
    ],
  },
  names: {
    paths: ['rule'],
    canTry: true,
    parts: [
      { title: 'groups', fields: all('text', 'rule.contact_group', 'rule.address_group', 'rule.order_group') },
      {
        title: 'tags',
        fields: all(
          'text', 'rule.customer_tag', 'rule.order_tag', 'rule.refund_tag', 'rule.bonus_tag', 'rule.newsletter_tag', 'rule.retention_tag',
          'rule.winback_tag',
        ),
      },
      {
        title: 'feeds',
        fields: all(
          'switch', 'rule.feeds.contact_registered', 'rule.feeds.contact_updated', 'rule.feeds.order_completed', 'rule.feeds.order_refunded',
          'rule.feeds.bonus_check_used', 'rule.feeds.digital_receipt', 'rule.feeds.retention_due', 'rule.feeds.winback_due',
        ),
      },
      {
        title: 'more',
        fields: [
          ...all('switch', 'rule.start_flows', 'rule.mirror', 'rule.native_groups', 'rule.send_personal_id'),
          ...all('text', 'rule.receipt_name', 'rule.language'),
        ],
      },
      { title: 'channels', view: PurchaseGroups },
    ],
  },
  card: {
    paths: ['card.sections', 'card.promotions', 'card.voucher_passwords', 'card.voucher_field', 'card.bonus'],
    canTry: true,
    parts: [
      { title: 'card', view: CardSections },
      { title: 'offers', view: Promotions, fields: [...all('lines', 'card.voucher_passwords'), ...all('text', 'card.voucher_field')] },
      { title: 'bonus', fields: all('choice', 'card.bonus.order_use', 'card.bonus.give_back') },
    ],
  },
  stores: { paths: ['card.store_time_zones'], canTry: true, parts: [{ title: null, view: Stores }] },
  till: {
    paths: ['sitoo_v2.till'],
    canTry: false,
    parts: [
      { title: 'v2', fields: all('text', 'sitoo_v2.till.title') },
      { title: null, view: SearchTypes },
      { title: null, view: TillFields },
      { title: null, view: PosYaml },
      { title: 'v1', view: TillV1 },
    ],
  },
  consents: {
    paths: ['sitoo_v1.consents', 'sitoo_v2.consents', 'consent'],
    canTry: true,
    parts: [
      { title: 'told', fields: all('switch', 'consent.fields', 'consent.suppressions') },
      { title: 'offered', view: ConsentsV1 },
      { title: 'v2', view: ConsentsV2 },
    ],
  },
  programme: {
    paths: ['programme'],
    canTry: false,
    parts: [
      { title: 'retention', fields: [...all('switch', 'programme.retention.on'), ...all('number', 'programme.retention.after_days')] },
      { title: 'winback', fields: [...all('switch', 'programme.winback.on'), ...all('number', 'programme.winback.after_days')] },
      { title: 'hours', fields: all('number', 'programme.from_hour', 'programme.to_hour') },
    ],
  },
  receipts: {
    paths: ['receipt'],
    canTry: true,
    parts: [
      { title: 'who', fields: [...all('choice', 'receipt.send'), ...all('text', 'receipt.consent')] },
      { title: 'what', fields: [...all('text', 'receipt.shop'), ...all('email', 'receipt.from_email'), ...all('lines', 'receipt.details')] },
    ],
  },
  letters: {
    paths: ['automations'],
    canTry: false,
    parts: [
      {
        title: null,
        fields: [
          ...all('choice', 'automations.language'),
          ...all('number', 'automations.thank_you_delay_minutes', 'automations.retention_delay_minutes', 'automations.winback_delay_minutes'),
        ],
      },
    ],
  },
  answers: {
    paths: [
      ...['update_answer', 'always_extended', 'empty_text_clears', 'bonus_check_value', 'show_used', 'redeem_conflict_status', 'bonus_check_keys'].map(
        (name) => `sitoo_v1.${name}`,
      ),
      ...['add_answer', 'update_answer', 'empty_text_clears', 'stale_text', 'bonus_check_value', 'show_used', 'redeem_conflict_status', 'bonus_check_keys'].map(
        (name) => `sitoo_v2.${name}`,
      ),
    ],
    canTry: false,
    parts: [
      {
        title: 'v1',
        fields: [
          ...all('choice', 'sitoo_v1.update_answer', 'sitoo_v1.redeem_conflict_status', 'sitoo_v1.bonus_check_value'),
          ...all('switch', 'sitoo_v1.always_extended', 'sitoo_v1.show_used', 'sitoo_v1.empty_text_clears'),
        ],
        view: BonusKeysV1,
      },
      {
        title: 'v2',
        fields: [
          ...all('choice', 'sitoo_v2.add_answer', 'sitoo_v2.update_answer', 'sitoo_v2.redeem_conflict_status', 'sitoo_v2.bonus_check_value'),
          ...all('switch', 'sitoo_v2.show_used', 'sitoo_v2.empty_text_clears'), ...all('text', 'sitoo_v2.stale_text'),
        ],
        view: BonusKeysV2,
      },
    ],
  },
};
