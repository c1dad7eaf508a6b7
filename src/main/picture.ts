import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createPictures } from '../pictures/pictures.ts';
import type { PictureTheme } from '../ports/pictures.ts';
import { inform, print } from './inform.ts';
import { load } from './load.ts';
import type { Verb } from './verb.ts';

const NAMES = /^(map|timeline|positions|quote:[a-z0-9-]+|digest(:[a-z0-9,-]+)?)$/u;

/** `npm run picture`: draws a picture into a file; into FILE.png, FILE-2.png and so on where it takes several. */
export const picture: Verb = async (args, environment, say) => {
  const read = readArguments(args);
  if (read === undefined) return wrong(say.running.usage(say.running.pictureUsage));
  const { id, name, theme, file } = read;
  const briefings = load(environment, say);
  if (briefings === undefined) return 1;
  const briefing = briefings.find((one) => one.id === id);
  if (briefing === undefined) {
    return wrong(say.running.noBriefingOf(id, briefings.map((one) => one.id).join(', ')));
  }
  const log = {
    debug() {},
    info() {},
    error() {},
    warn: (fields: object) => inform(String((fields as { err?: unknown }).err)),
  };
  const pictures = createPictures({ briefing: () => briefing, log });
  const drawn = await pictures.draw({ briefing: id, picture: name, theme });
  await pictures.close();
  if (drawn.kind === 'none' && drawn.why === 'nothing-to-draw' && name.startsWith('quote:')) {
    const known = briefing.statements.filter(({ mode, text }) => mode === 'direct' && text !== '');
    return wrong(
      say.running.noQuotation(
        name.slice('quote:'.length),
        known.map((one) => one.id),
      ),
    );
  }
  if (drawn.kind === 'none') return wrong(say.running.notDrawn[drawn.why]);
  for (const [at, { data, alt }] of drawn.pictures.entries()) {
    const path = at === 0 ? file : file.replace(/(\.png)?$/iu, `-${at + 1}$1`);
    await writeFile(path, data);
    print(`${path}: ${alt}`);
  }
  return 0;
};

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { theme: { type: 'string', default: 'light' } },
      allowPositionals: true,
    });
    const [id, name, file, ...more] = positionals;
    const { theme } = values;
    if (id === undefined || name === undefined || file === undefined || more.length > 0) return undefined;
    if (!NAMES.test(name) || (theme !== 'light' && theme !== 'dark')) return undefined;
    return { id, name, file, theme: theme as PictureTheme };
  } catch {
    return undefined;
  }
}

function wrong(why: string): number {
  inform(why);
  return 2;
}
