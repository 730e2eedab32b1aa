import { pair } from './pair';

/** What outgoing webhooks are for, and how a receiver verifies them. */
export const webhookGuideTexts = pair(
  {
    what: [
      'A webhook tells another system of yours at once what happens in the shop: a purchase, a new customer, a bonus check that is used.',
      'Give the address that the system listens at, and Kassabro sends it a message for each event, tries ten times in three days when it does not answer, and keeps what became of it.',
      'Each message is signed as standardwebhooks.com says, so that the receiver can verify with the endpoint’s secret that it is genuine before it believes it.',
    ],
    told: 'What can be told',
    verify: 'How a receiver verifies a message',
    verifyText: 'There are libraries for most languages. With Node it is the package standardwebhooks: it compares the signature and the time, and throws when they are wrong. Answer 2xx as soon as the message is stored; do the work afterwards.',
    install: 'Install it',
    receiver: 'A receiver',
    documentation: 'docs/webhooks.md: each type with all its members, when it is tried again, and how to verify without a library',
  },
  {
    what: [
      'En webhook berättar genast för ett annat system hos er vad som händer i butiken: ett köp, en ny kund, en bonuscheck som används.',
      'Ange adressen som systemet lyssnar på, så skickar Kassabro ett meddelande för varje händelse, försöker tio gånger på tre dagar om det inte svarar, och sparar hur det gick.',
      'Varje meddelande är signerat som standardwebhooks.com säger, så att mottagaren med sin hemlighet kan kontrollera att det är äkta innan den tror på det.',
    ],
    told: 'Vad som kan berättas',
    verify: 'Hur en mottagare kontrollerar ett meddelande',
    verifyText: 'Det finns bibliotek för de flesta språk. Med Node är det paketet standardwebhooks: det jämför signaturen och tiden, och kastar ett fel när de är fel. Svara 2xx så snart meddelandet är sparat; gör arbetet efteråt.',
    install: 'Installera det',
    receiver: 'En mottagare',
    documentation: 'docs/webhooks.md: varje typ med alla dess fält, när det försöks igen, och hur man kontrollerar utan bibliotek',
  },
);
