/** Sentences with a part that varies. */
export const patterns: [RegExp, string][] = [
  [/^This must be a whole number from (\d+) to (\d+)\.$/, 'Detta måste vara ett heltal från $1 till $2.'],
  [/^There is no such source\. There are: (.+)\.$/, 'Det finns inget sådant att visa. Det finns: $1.'],
  [/^There is no such feed\. There are: (.+)\.$/, 'Det finns inget sådant flöde. Det finns: $1.'],
  [/^Rule answered (\d+)\.$/, 'Rule svarade $1.'],
  [/^Sitoo REST answered (.+)\.$/, 'Sitoo svarade $1.'],
  [/^The server answered (\d+)\.$/, 'Servern svarade $1.'],
  [/^Orders are being fetched\. (.+)$/, 'Ordrar hämtas. $1'],
  [/^orderdate: This is not a time\.$/, 'orderdate: Detta är ingen tid.'],
  [/^Used by order (.+), with nothing left\.$/, 'Användes av ordern $1, men inget var kvar.'],
];
