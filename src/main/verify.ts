import { existsSync, readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { verified } from '../briefing/export/bundle.ts';
import { wordFault } from '../briefing/fault.ts';
import { wordProven } from './check.ts';
import { inform, print } from './inform.ts';
import type { Verb } from './verb.ts';

/** `npm run verify -- FILE [--source FILE]…`: proves a bundle. 0: proven; 1: it is not; 2: the arguments are wrong. */
export const verify: Verb = async (args, _environment, say) => {
  const files = read(args);
  if (files === undefined) return wrong(2, say.tools.verifyUsage);
  const missing = [files.bundle, ...files.sources].find(
    (file) => !existsSync(file) || !statSync(file).isFile(),
  );
  if (missing !== undefined) return wrong(2, say.tools.noFile(JSON.stringify(missing)));
  const articles = files.sources.map((file) => readFileSync(file, 'utf8'));
  const result = verified(readFileSync(files.bundle, 'utf8'), articles);
  switch (result.kind) {
    case 'no-bundle':
      return wrong(1, say.tools.noBundle(JSON.stringify(files.bundle), result.why));
    case 'faults':
      print(result.faults.map(wordFault).join('\n'));
      return wrong(1, say.tools.notVerified);
    case 'untrue':
      return wrong(1, say.tools.untrueBundle(result.what.join(', ')));
    case 'proven':
      print(`${result.id}: ${wordProven(result.proven, say)}`);
      return 0;
  }
};

function read(
  args: readonly string[],
): { readonly bundle: string; readonly sources: readonly string[] } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { source: { type: 'string', multiple: true, default: [] } },
      allowPositionals: true,
    });
    const [bundle, ...rest] = positionals;
    return bundle === undefined || rest.length > 0 ? undefined : { bundle, sources: values.source };
  } catch {
    return undefined;
  }
}

function wrong(code: number, why: string): number {
  inform(why);
  return code;
}
