import { manual } from '../briefing/manual.ts';
import { print } from './inform.ts';
import type { Verb } from './verb.ts';

/** `npm run -s manual > docs/briefing.md`: the manual of a briefing's files, made from the schema. */
export const manualVerb: Verb = async () => {
  print(manual());
  return 0;
};
