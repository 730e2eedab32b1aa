import { pair } from './pair';

export const webhooksTexts = pair(
  {
    failed: 'The webhooks cannot be shown',
    text: 'Rule tells Kassabro by these addresses, so that the till knows within a second. Without them Kassabro asks Rule once an hour.',
    noneTitle: 'Nothing has come from Rule yet',
    noneSteps: [
      'Sign in to Rule and open Settings – Developer – Webhooks.',
      'For each event, choose it in Rule, and paste the address below.',
      'Save. Unsubscribe an address of your own in Rule: it shows here within seconds.',
    ],
    address: (event: string) => `Address for ${event}`,
    never: 'None has come since Kassabro was started.',
    came: (count: string, time: string) => `${count} since Kassabro was started, the last one ${time}`,
    events: {
      unsubscribe: 'Somebody opts out, or is blocked: the till shows it at the next search.',
      resubscribed: 'Somebody comes back: Kassabro reads in Rule what is open again.',
      'opted-in': 'Somebody agrees: Kassabro reads in Rule what is open again.',
      bounced: 'An address does not exist: no receipts go there any more.',
      'tag-added': 'A tag is set: what is known of the person is read anew.',
      'tag-removed': 'A tag is taken away: what is known of the person is read anew.',
      'import-finished': 'An import in Rule is done: Kassabro takes the people over.',
    },
    results: {
      taken: 'Taken', known: 'Known already', unknown: 'Of nobody here', ignored: 'Changes nothing', unreadable: 'Could not be read',
      overloaded: 'Too many at once', refused: 'Refused',
    },
  },
  {
    failed: 'Webhookarna kan inte visas',
    text: 'Genom dessa adresser hör Rule av sig, så att kassan vet inom en sekund. Utan dem frågar Kassabro Rule en gång i timmen.',
    noneTitle: 'Inget har kommit från Rule ännu',
    noneSteps: [
      'Logga in i Rule och gå till Inställningar – Utvecklare – Webhooks.',
      'Välj varje händelse i Rule och klistra in adressen nedan.',
      'Spara. Avregistrera en egen adress i Rule: det syns här inom några sekunder.',
    ],
    address: (event: string) => `Adress för ${event}`,
    never: 'Ingen har kommit sedan Kassabro startades.',
    came: (count: string, time: string) => `${count} sedan Kassabro startades, den senaste ${time}`,
    events: {
      unsubscribe: 'Någon avregistrerar sig eller spärras: kassan visar det vid nästa sökning.',
      resubscribed: 'Någon kommer tillbaka: Kassabro läser i Rule vad som är öppet igen.',
      'opted-in': 'Någon samtycker: Kassabro läser i Rule vad som är öppet igen.',
      bounced: 'En adress finns inte: inga kvitton går dit längre.',
      'tag-added': 'En tagg sätts: det som är känt om personen läses på nytt.',
      'tag-removed': 'En tagg tas bort: det som är känt om personen läses på nytt.',
      'import-finished': 'En import i Rule är klar: Kassabro tar över personerna.',
    },
    results: {
      taken: 'Mottagen', known: 'Redan känd', unknown: 'Gäller ingen här', ignored: 'Ändrar inget', unreadable: 'Gick inte att läsa',
      overloaded: 'För många på en gång', refused: 'Nekad',
    },
  },
);
