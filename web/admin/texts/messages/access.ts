/** What is said about users, API tokens and rights; `{}` is a part that varies, as in the server's own text. */
export const accessMessages: Record<string, string> = {
  'This is not allowed to you: it takes the right "{}".': 'Detta får du inte göra: det kräver rättigheten ”{}”.',
  'You cannot give somebody a right that you do not have.': 'Du kan inte ge någon en rättighet som du själv saknar.',
  'Too many wrong tokens came from this address. Wait a minute.': 'För många felaktiga tokens kom från den här adressen. Vänta en minut.',
  'A name has 1 to 64 of a to z, 0 to 9, dot, underscore and hyphen.':
    'Ett namn har 1 till 64 av a till z, 0 till 9, punkt, understreck och bindestreck.',
  'There is a user of this name already.': 'Det finns redan en användare med det namnet.',
  'There is a token of this name already.': 'Det finns redan en token med det namnet.',
  'There is no user of this name.': 'Det finns ingen användare med det namnet.',
  'There is no token of this name.': 'Det finns ingen token med det namnet.',
  'A token needs at least one scope.': 'En token behöver minst en rättighet.',
  'This must be an array of scopes.': 'Detta måste vara en lista med rättigheter.',
  'There is no such scope.': 'Den rättigheten finns inte.',
  'There is no such role.': 'Den rollen finns inte.',
  'There is no such role: owner, marketer, support, read_only.': 'Den rollen finns inte: owner, marketer, support, read_only.',
  'This must be a number from 1 to 3650.': 'Detta måste vara ett tal från 1 till 3650.',
  'This is not a time.': 'Detta är ingen tid.',
  'This must be an array.': 'Detta måste vara en lista.',
  'This must be an array of objects.': 'Detta måste vara en lista med objekt.',
};
