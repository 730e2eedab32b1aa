/** Why Rule has not got something, and what stands in the way of the letters there. */
export const ruleAnswers: Record<string, string> = {
  'Rule does not answer.': 'Rule svarar inte.',
  'Rule answered {}': 'Rule svarade {}',
  'Rule answered {}: does rule.base_url begin with https?': 'Rule svarade {}: börjar rule.base_url med https?',
  'Rule answered {} without JSON': 'Rule svarade {} utan JSON',
  'Rule answered {} without JSON.': 'Rule svarade {} utan JSON.',
  'Rule answered without data': 'Rule svarade utan innehåll',
  'The platform is asked once more.': 'Rule frågas en gång till.',
  'Rule could not be reached': 'Rule kunde inte nås',
  'Rule could not be reached.': 'Rule kunde inte nås.',
  'Rule did not answer in time': 'Rule svarade inte i tid',
  'Rule did not answer in time.': 'Rule svarade inte i tid.',
  'Held back so that Rule does not block the account': 'Hålls tillbaka så att Rule inte spärrar kontot',
  'Held back so that Rule does not block the account.': 'Hålls tillbaka så att Rule inte spärrar kontot.',
  'Rule does not show the new record yet': 'Rule visar inte den nya posten ännu',
  'Rule does not show the new subscriber yet': 'Rule visar inte den nya personen ännu',
  "Rule does not show the new subscriber's fields yet": 'Rule visar inte den nya personens fält ännu',
  "Rule's answer does not name the subscriber": 'Rules svar nämner inte personen',
  'Rule does not show the test customer.': 'Rule visar inte testkunden.',
  'Rule has not removed the test customer: {}': 'Rule har inte tagit bort testkunden: {t}',
  'The customer has neither e-mail nor phone: Rule knows nobody without': 'Kunden har varken e-post eller telefon: utan dem känner Rule ingen',
  'The customer has no address any more to which receipts go': 'Kunden har inte längre någon adress dit kvitton går',
  'The order is gone': 'Ordern är borta',
  'The receipt may have been sent: the try was interrupted. A replay sends it (again)':
    'Kvittot kan ha skickats: försöket avbröts. Skickas leveransen igen går det (en gång till)',
  'The receipt may have been sent: {}. A replay sends it (again)': 'Kvittot kan ha skickats: {t}. Skickas leveransen igen går det (en gång till)',
  'This kind of delivery is unknown': 'Det slaget av leverans är okänt',
  'Rule keeps only the latest purchase in the group {}: switch "historical data" on for it in Rule. Until then each purchase takes more calls.':
    'Rule behåller bara det senaste köpet i gruppen {}: slå på ”historical data” för den i Rule. Till dess tar varje köp fler anrop.',
  'Rule takes no empty values: what a customer takes back at the till stays in its field in Rule.':
    'Rule tar inte emot tomma värden: det som en kund tar tillbaka i kassan står kvar i sitt fält i Rule.',
  'The order names nobody whom this account knows, and has no e-mail or phone: customer@example.com stands for the customer. An order that stays anonymous is kept and not sent.':
    'Ordern nämner ingen som butiken känner, och har varken e-post eller telefon: customer@example.com står för kunden. En order som förblir anonym sparas och skickas inte.',
  'Not tried, since Rule cannot be asked now.': 'Inte försökt, för Rule kan inte frågas nu.',
  'The automations of this account are being worked on right now.': 'Det arbetas redan med butikens brev just nu.',
  'Somebody has changed it.': 'Någon har ändrat det.',
  'Somebody has edited it in Rule.': 'Någon har ändrat det i Rule.',
  'Somebody has edited it in Rule; it stays as it is.': 'Någon har ändrat det i Rule; det förblir som det är.',
  '{} Kassabro would write something else by now: delete it in Rule and apply with --recreate to get that.':
    '{t} Kassabro skulle skriva något annat nu: ta bort det i Rule och skapa det på nytt för att få det.',
  'Somebody has edited or added something in Rule: the flow stays whole. --force removes it.':
    'Någon har ändrat eller lagt till något i Rule: allt lämnas kvar. Välj att även ta bort det som ändrats.',
  "A {} was added in Rule that is not Kassabro's.": 'I Rule finns tillagt: {t}. Det hör inte till Kassabro.',
  message: 'ett meddelande',
  'dynamic set': 'en koppling',
  'Another message stands in this automation; with a second one, customers would get two letters.':
    'Ett annat meddelande står i automationen; med ett till skulle kunderna få två brev.',
  'It has no letter yet.': 'Det har inget brev ännu.',
  'It was deleted in Rule just now.': 'Det togs bort i Rule alldeles nyss.',
  'It was deleted in Rule; apply --recreate makes it again.': 'Det har tagits bort i Rule; välj att skapa på nytt för att få tillbaka det.',
  'Made by Kassabro before; taken up again.': 'Gjort av Kassabro förut; tas upp igen.',
  'Rule does not say which number the new part has': 'Rule säger inte vilket nummer den nya delen har',
  'The message has another letter already, which stays.': 'Meddelandet har redan ett annat brev, som får vara kvar.',
  'The name "{}" is taken in Rule by another one, which stays.': 'Namnet ”{}” är upptaget i Rule av något annat, som får vara kvar.',
  'The tag is not in Rule yet.': 'Taggen finns inte i Rule ännu.',
  'A marked test customer brings it into being, starting no flow, and is removed again.':
    'En märkt testkund gör att det finns, utan att något brev går, och tas bort igen.',
  'It is not switched on: see above and the notes.': 'Det är inte påslaget: se ovan och anmärkningarna.',
  'Rule has taken the test call, but does not show what it should have made.': 'Rule tog emot provet, men visar inte det som skulle ha blivit till.',
  'The feed {} is off: Kassabro does not set the tag.': 'Flödet {} är av: Kassabro sätter inte taggen.',
  'rule.start_flows is off: Kassabro starts no flow.': 'rule.start_flows är av: Kassabro startar inga brev.',
  "{} is empty in the account's settings: nothing would start this flow.": '{} är tomt i butikens inställningar: inget skulle starta brevet.',
  'The trigger tag is now called "{}" in Rule; Kassabro sends "{}", which does not start this flow. Rename it back in Rule, or set {} to the new name.':
    'Taggen heter nu ”{}” i Rule; Kassabro skickar ”{}”, som inte startar brevet. Ge taggen sitt gamla namn i Rule, eller ställ in {} på det nya.',
  '"{}" hangs on the tag {} too; it is switched off.': '”{}” hänger också på taggen {}; det är avstängt.',
  '"{}" hangs on the tag {} too and is switched on: with both, customers would get two letters. Switch one of them on in Rule.':
    '”{}” hänger också på taggen {} och är påslaget: med båda skulle kunderna få två brev. Ha bara ett av dem på i Rule.',
};
