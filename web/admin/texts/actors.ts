import { pair } from './pair';

/** Who did something: in the changes, the erasures and the audit log. */
export const actorTexts = pair(
  {
    names: { pages: 'The owner in these pages', command_line: 'Whoever has the admin token (command line)', nobody: 'Somebody not signed in' },
    user: (name: string) => `The user ${name}`,
    token: (name: string) => `The API token ${name}`,
  },
  {
    names: { pages: 'Ägaren på de här sidorna', command_line: 'Den som har admin-token (kommandoraden)', nobody: 'Någon som inte var inloggad' },
    user: (name: string) => `Användaren ${name}`,
    token: (name: string) => `API-token ${name}`,
  },
);
