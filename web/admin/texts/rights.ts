import { pair } from './pair';

/** The names of roles and rights, as each page may need them. */
export const rightTexts = pair(
  {
    roles: { owner: 'Owner', marketer: 'Marketing', support: 'Customer service', read_only: 'Read only' },
    scopes: {
      read: 'See how it goes', customers: 'See customers', erase: 'Erase people', deliveries: 'Send again and repair', marketing: 'Marketing',
      jobs: 'Background work', imports: 'Import files', accounts: 'Shops and settings', audit: 'Audit log', access: 'Users and tokens',
    },
    signedInAs: (name: string, role: string) => `Signed in as ${name} (${role})`,
    notYours: 'You may not see this page',
    itTakes: (scope: string) => `It takes the right “${scope}”. The owner can give you a role that has it, on the page Access.`,
  },
  {
    roles: { owner: 'Ägare', marketer: 'Marknadsföring', support: 'Kundtjänst', read_only: 'Bara läsa' },
    scopes: {
      read: 'Se hur det går', customers: 'Se kunder', erase: 'Radera personer', deliveries: 'Skicka igen och laga', marketing: 'Marknadsföring',
      jobs: 'Bakgrundsarbete', imports: 'Importera filer', accounts: 'Butiker och inställningar', audit: 'Granskningslogg',
      access: 'Användare och token',
    },
    signedInAs: (name: string, role: string) => `Inloggad som ${name} (${role})`,
    notYours: 'Du får inte se den här sidan',
    itTakes: (scope: string) => `Den kräver rättigheten ”${scope}”. Ägaren kan ge dig en roll som har den, på sidan Åtkomst.`,
  },
);
