import { inform, print } from './inform.ts';
import { askForReload } from './reloading.ts';
import type { Verb } from './verb.ts';

/** `npm run reload`: the bots whose DATA_DIR this is read their briefings again. */
export const reload: Verb = async (args, environment, say) => {
  if (args.length > 0) {
    inform(say.running.reloadTakes);
    return 2;
  }
  askForReload(environment);
  print(say.running.reloadAsked);
  return 0;
};
