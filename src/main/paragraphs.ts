import { existsSync, readFileSync, statSync } from 'node:fs';
import { paragraphsOf } from '../briefing/words.ts';
import { inform, print } from './inform.ts';
import type { Verb } from './verb.ts';

/** `npm run paragraphs -- FILE`: a source with its paragraphs numbered, as items cite them. */
export const paragraphs: Verb = async ([file, ...rest], _environment, say) => {
  if (file === undefined || rest.length > 0) return wrong(2, say.tools.paragraphsUsage);
  if (!existsSync(file) || !statSync(file).isFile()) return wrong(1, say.tools.noFile(JSON.stringify(file)));
  const all = paragraphsOf(readFileSync(file, 'utf8'));
  if (all.length === 0) return wrong(1, say.tools.noText(JSON.stringify(file)));
  const width = String(all.length).length;
  print(all.map((text, index) => `${String(index + 1).padStart(width)}  ${text}`).join('\n\n'));
  return 0;
};

function wrong(code: number, why: string): number {
  inform(why);
  return code;
}
