import { pair } from './pair';

export const receiptTexts = pair(
  {
    title: 'How a receipt looks',
    text: 'With the settings as they are saved.',
    unsaved: 'With what you have typed. It is not saved yet.',
    wrong: 'Something typed is not right yet, so it cannot be shown.',
    failed: 'The receipt cannot be shown',
    language: 'Language of the receipt',
    order: 'Order number',
    sample: 'a sample purchase',
    mail: 'E-mail',
    plain: 'As plain text',
    sms: 'Text message',
  },
  {
    title: 'Hur ett kvitto ser ut',
    text: 'Med inställningarna som de är sparade.',
    unsaved: 'Med det du har skrivit. Det är inte sparat än.',
    wrong: 'Något du har skrivit är inte rätt än, så det kan inte visas.',
    failed: 'Kvittot kan inte visas',
    language: 'Kvittots språk',
    order: 'Ordernummer',
    sample: 'ett exempelköp',
    mail: 'E-post',
    plain: 'Som vanlig text',
    sms: 'Sms',
  },
);
