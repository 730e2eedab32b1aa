import { useWords } from '../../components/words';
import type { Schemas } from '../api/client';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { customerTexts } from '../texts/customers';
import { deliveriesTexts } from '../texts/deliveries';
import { timelineTexts } from '../texts/timeline';
import { wordFor } from './customer';
import type { Happening } from './happenings';
import { useOriginWords } from './use_origin_words';

interface Said {
  title: string;
  detail: string;
}

const joined = (...parts: (string | undefined | false)[]) => parts.filter((part) => typeof part === 'string' && part !== '').join(' · ');

/** What happened, in a sentence and a line below it. */
export function useHappeningWords(): (happening: Happening) => Said {
  const texts = useTexts(timelineTexts);
  const customers = useTexts(customerTexts);
  const deliveries = useTexts(deliveriesTexts);
  const { translate } = useWords();
  const format = useFormat();
  const originWords = useOriginWords();
  const consentWords = useConsentWords();
  const money = (amount: string | undefined, currency = '') => (amount === undefined ? '' : format.money(amount, currency));
  return (happening) => {
    const { what, origin, version, consent, bonus, attempt, times = 1, order_id = '', currency, kind, check_name, check_id = '' } = happening;
    const from = origin ? originWords(origin) : '';
    const number = order_id === '' ? '' : texts.orderNumber(order_id);
    const delivery = kind ? deliveries.kinds[kind] : '';
    switch (what) {
      case 'registered':
        return { title: texts.registered, detail: from };
      case 'changed':
        return { title: texts.changed, detail: joined(from, version !== undefined && texts.version(String(version))) };
      case 'lookup':
        return { title: texts.lookup, detail: joined(from, times > 1 && texts.times(times)) };
      case 'consent':
        return { title: consent ? consentWords(consent) : texts.consent, detail: consent ? joined(originWords(consent), wordFor(customers.reasons, consent.reason)) : from };
      case 'event':
        return { title: texts.event, detail: joined(number, happening.event_type) };
      case 'order':
        return { title: joined(texts.order, money(happening.total, currency)), detail: joined(number, happening.store, wordFor(texts.states, happening.order_state ?? '')) };
      case 'bonus':
        return {
          title: texts.bonus(wordFor(customers.entries, bonus?.kind ?? ''), check_name || check_id),
          detail: bonus ? joined(money(bonus.change, currency), texts.remaining(money(bonus.remaining, currency)), originWords(bonus)) : '',
        };
      case 'queued':
        return { title: texts.queued(delivery), detail: number };
      case 'attempt':
        return { title: texts.attempts[attempt?.outcome ?? 'retry'](delivery), detail: joined(number, translate(attempt?.reason ?? '')) };
    }
  };
}

/** What the person chose; the channels that only repeat what held before are left out. */
function useConsentWords(): (consent: Schemas['ConsentRecord']) => string {
  const texts = useTexts(timelineTexts);
  const customers = useTexts(customerTexts);
  return (consent) => {
    const named = (accepted: boolean) =>
      consent.chosen.filter((channel) => consent[`accepts_${channel}`] === accepted).map((channel) => customers.channels[channel]).join(', ');
    const [yes, no] = [named(true), named(false)];
    if (yes === '' && no === '') return texts.consentSame;
    return `${texts.consent}: ${[yes && texts.yes(yes), no && texts.no(no)].filter((part) => part !== '').join(', ')}`;
  };
}
