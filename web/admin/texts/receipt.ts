import { pair } from './pair';

export const receipt = pair(
  {
    title: 'How a receipt looks',
    text: 'With the settings as they are saved.',
    unsaved: 'Save to see what you have typed.',
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
    unsaved: 'Spara för att se det du har skrivit.',
    failed: 'Kvittot kan inte visas',
    language: 'Kvittots språk',
    order: 'Ordernummer',
    sample: 'ett exempelköp',
    mail: 'E-post',
    plain: 'Som vanlig text',
    sms: 'Sms',
  },
);
