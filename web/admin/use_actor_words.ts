import { useTexts } from './language';
import { actorTexts } from './texts/actors';

/** Who did something, in words: `pages`, `command_line`, `nobody`, `user:NAME`, `token:NAME`. */
export function useActorWords(): (actor: string) => string {
  const { names, user, token } = useTexts(actorTexts);
  return (actor) => {
    if (actor.startsWith('user:')) return user(actor.slice('user:'.length));
    if (actor.startsWith('token:')) return token(actor.slice('token:'.length));
    return Object.hasOwn(names, actor) ? names[actor as keyof typeof names] : actor;
  };
}
