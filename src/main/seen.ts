import { check } from '../briefing/check.ts';
import { wordFault } from '../briefing/fault.ts';
import { readTexts } from '../briefing/files.ts';
import { settled } from '../briefing/settle.ts';
import { writeFolder } from '../briefing/write.ts';
import { folderOf } from './folders.ts';
import { inform, print } from './inform.ts';
import type { Verb } from './verb.ts';

/** `npm run seen`: settles the marks of items that somebody has looked at and found right. */
export const seen: Verb = async ([id, by, ...items], environment, say) => {
  if (!id || !by || items.length === 0) return wrong(2, say.tools.seenUsage);
  const found = folderOf(id, environment, say);
  if ('why' in found) return wrong(1, found.why);
  const texts = readTexts(found.folder);
  const checked = check(texts);
  if (checked.kind === 'faults') {
    print(checked.faults.map(wordFault).join('\n'));
    return wrong(1, say.tools.notSettled);
  }
  const marks = checked.proven.marks.filter((mark) => items.includes(mark.id));
  const without = items.filter((item) => !marks.some((mark) => mark.id === item));
  if (without.length > 0) inform(say.tools.noMark(without.join(', ')));
  const today = Temporal.Now.plainDateISO().toString();
  const files = new Map(
    [...Map.groupBy(marks, ({ at }) => at.file)].map(([file, its]) => [
      file,
      settled(texts.yaml.get(file) ?? '', its, by, today),
    ]),
  );
  writeFolder(found.folder, files);
  print(marks.map(({ id: item, mark }) => `${item}: ${mark}`).join('\n'));
  return 0;
};

function wrong(code: number, why: string): number {
  inform(why);
  return code;
}
