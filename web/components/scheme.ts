export type Scheme = 'light' | 'dark';

/** The component library's own place, so that what was chosen before still holds. */
const place = 'mantine-color-scheme-value';
const changed = new EventTarget();

export function chosenScheme(): Scheme | null {
  const stored = window.localStorage.getItem(place);
  return stored === 'light' || stored === 'dark' ? stored : null;
}

/** What was chosen here before, else what the system asks for. */
export function schemeNow(): Scheme {
  return chosenScheme() ?? (window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
}

/** The attribute by which every colour goes. */
export function applyScheme(): void {
  document.documentElement.dataset.mantineColorScheme = schemeNow();
}

export function chooseScheme(scheme: Scheme): void {
  window.localStorage.setItem(place, scheme);
  applyScheme();
  changed.dispatchEvent(new Event('change'));
}

export function onScheme(listen: () => void): () => void {
  changed.addEventListener('change', listen);
  return () => {
    changed.removeEventListener('change', listen);
  };
}
