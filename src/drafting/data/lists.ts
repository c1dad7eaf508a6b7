/** The lists of words that the rules read, each a file; read once, when first asked for. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const read = new Map<string, ReadonlySet<string>>();

/** The words of `data/en/NAME.txt`: parted by white space, or one a line where the file holds phrases. */
export function listOf(name: string): ReadonlySet<string> {
  let list = read.get(name);
  if (!list) {
    list = new Set(
      linesOf(`en/${name}.txt`).flatMap((line) =>
        line.startsWith('= ') ? [line.slice(2)] : line.split(/\s+/),
      ),
    );
    read.set(name, list);
  }
  return list;
}

/** The rows of a table of the data folder, each cut at its tabs. */
export function rowsOf(file: string): string[][] {
  return linesOf(file).map((line) => line.split('\t'));
}

/** Lines that begin with # say what the file is. */
function linesOf(file: string): string[] {
  return readFileSync(join(import.meta.dirname, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}
