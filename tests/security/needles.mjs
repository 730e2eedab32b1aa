// What may stand nowhere: texts that occur in nothing but this test, in every form in which they could be written down.

/** Four people, of whom one is only searched for and one only stands in a file. Nothing of them is a word of anything else. */
export const people = {
  registered: {
    email: 'Zebrafisk.Qvist@leak-one.example',
    mobile: '+46709417733',
    first: 'Zebrafisk',
    last: 'Qvistlundh',
    street: 'Hemligstigen 4711',
    city: 'Gömslebo',
    personal_id: '19120229-7731',
  },
  erased: {
    email: 'ormbunke.tvaa@leak-two.example',
    mobile: '+46709417744',
    first: 'Ormbunke',
    last: 'Tvåbergh',
    street: 'Lönnstigen 4722',
    city: 'Raderhult',
    personal_id: '19130301-7742',
  },
  searched: { email: 'letad.trea@leak-three.example', mobile: '+46709417755' },
  imported: { email: 'filad.fyra@leak-four.example', mobile: '+46709417766' },
};

/** {name: [spellings]} of a person. */
export function personal({ email, mobile, ...others }) {
  const national = mobile.slice('+46'.length);
  const grouped = `${national.slice(0, 2)}-${national.slice(2, 5)} ${national.slice(5, 7)} ${national.slice(7)}`;
  const row = (name, text) => [name, text.includes(' ') ? [text, ...text.split(' ').slice(0, 1)] : [text]];
  return {
    'e-mail': [email, email.split('@')[0], email.split('@')[1]],
    mobile: [national, grouped, national.replace(/(\d\d)(\d{3})(\d\d)(\d\d)/, '$1 $2 $3 $4')],
    ...Object.fromEntries(Object.entries(others).map(([name, text]) => row(name, text))),
    ...(others.personal_id ? { personal_id: [others.personal_id, others.personal_id.replace('-', ''), others.personal_id.slice(2)] } : {}),
  };
}

/** Each text as it is, in an address, in JSON, and in base64 wherever in a longer text it begins. */
export function formsOf(text) {
  const inJson = JSON.stringify(text).slice(1, -1);
  const inAscii = inJson.replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const inBase64 = [0, 1, 2].map((before) => {
    const whole = Buffer.from(' '.repeat(before) + text).toString('base64');
    return whole.slice(before === 0 ? 0 : before + 1, Math.floor(((before + Buffer.byteLength(text)) * 4) / 3) - 1);
  });
  return [...new Set([text, encodeURIComponent(text), inJson, inAscii, ...inBase64])];
}

const known = new Map();
function formsOnce(text) {
  if (!known.has(text)) known.set(text, [...new Set(formsOf(text).flatMap((form) => [form, form.toLowerCase()]))]);
  return known.get(text);
}

/** Names of what is found in a text, whatever its capitals. `needles`: {name: [spellings]}. */
export function leaksIn(text, needles) {
  const low = text.toLowerCase();
  const isIn = (form) => text.includes(form) || low.includes(form);
  return Object.entries(needles).flatMap(([name, spellings]) => (spellings.some((one) => formsOnce(one).some(isIn)) ? [name] : []));
}
