import { parseArgs } from 'node:util';
import { bundleOf } from '../briefing/export/bundle.ts';
import { jsonFeed } from '../briefing/export/json-feed.ts';
import { markdown } from '../briefing/export/markdown.ts';
import { schemaOrg } from '../briefing/export/schema-org.ts';
import { type Fault, wordFault } from '../briefing/fault.ts';
import { readTexts } from '../briefing/files.ts';
import { loadTexts } from '../briefing/load.ts';
import { folderOf } from './folders.ts';
import { inform, print } from './inform.ts';
import type { Verb } from './verb.ts';

const FORMS = ['schema-org', 'json-feed', 'markdown', 'bundle'] as const;
type Form = (typeof FORMS)[number];

/** `npm run export`: a briefing for other programs, on standard output. 0: done; 1: it is not proven; 2: the arguments. */
export const exportVerb: Verb = async (args, environment, say) => {
  const asked = read(args);
  if (asked === undefined) return wrong(2, say.tools.exportUsage(FORMS.join('|')));
  const found = folderOf(asked.id, environment, say);
  if ('why' in found) return wrong(1, found.why);
  const texts = readTexts(found.folder);
  if (asked.form === 'bundle') {
    const bundled = bundleOf(asked.id, texts);
    if (bundled.kind === 'faults') return wrong(1, ...told(bundled.faults), say.tools.notExported);
    print(JSON.stringify(bundled.bundle, undefined, 2));
    return 0;
  }
  const loaded = loadTexts(texts, []);
  if (loaded.kind === 'faults') return wrong(1, ...told(loaded.faults), say.tools.notExported);
  const { briefing } = loaded;
  switch (asked.form) {
    case 'schema-org':
      print(JSON.stringify(schemaOrg(briefing), undefined, 2));
      return 0;
    case 'json-feed':
      print(JSON.stringify(jsonFeed(briefing), undefined, 2));
      return 0;
    case 'markdown':
      print(markdown(briefing));
      return 0;
  }
};

function read(args: readonly string[]): { readonly id: string; readonly form: Form } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { as: { type: 'string' } },
      allowPositionals: true,
    });
    const [id, ...rest] = positionals;
    const form = FORMS.find((one) => one === values.as);
    return id === undefined || rest.length > 0 || form === undefined ? undefined : { id, form };
  } catch {
    return undefined;
  }
}

function told(faults: readonly Fault[]): string[] {
  return faults.map(wordFault);
}

function wrong(code: number, ...sentences: readonly string[]): number {
  inform(...sentences);
  return code;
}
