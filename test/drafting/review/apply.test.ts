import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../../src/briefing/check.ts';
import type { Texts } from '../../../src/briefing/files.ts';
import { draftOf } from '../../../src/drafting/extract.ts';
import { articleOf, readText } from '../../../src/drafting/reading/read.ts';
import { apply } from '../../../src/drafting/review/apply.ts';
import type { Edit } from '../../../src/drafting/review/edit.ts';
import { itemsIn, stampOf } from '../../../src/drafting/review/items.ts';
import { sheetOf } from '../../../src/drafting/review/sheet.ts';
import { filesOf } from '../../../src/drafting/write/briefing.ts';
import { filesInto } from '../../../src/drafting/write/into.ts';

const FERRY = readFileSync(join(import.meta.dirname, '../../fixtures/articles/ferry.txt'), 'utf8');
const SOURCE = { id: 'report', rights: 'own' } as const;

function drafted() {
  const article = articleOf(readText(FERRY), { published: '2026-03-07' });
  const draft = draftOf(article, Temporal.PlainDate.from('2026-03-07'));
  const files = filesOf('ferry', draft, article, SOURCE, '2026-03-04');
  const yaml = new Map(
    [...files].flatMap(([file, text]) => (file.endsWith('.yaml') && text ? [[file, text] as const] : [])),
  );
  const texts: Texts = {
    folder: 'ferry',
    yaml,
    prints: new Map([['report', files.get('sources/report.json')!]]),
    articles: new Map([['report', files.get('sources/report.txt')!]]),
  };
  return { texts, article, draft, record: files.get('drafted.json') };
}

const BEGUN = drafted();
const CONTEXT = { by: 'anna', anyway: false, sources: ['report'] };

type Sent = Edit extends infer One ? (One extends { was: string } ? Omit<One, 'was'> : One) : never;

/** The edits one after the other, each on the item as it then is. */
function edited(...edits: Sent[]): Texts {
  let texts = BEGUN.texts;
  for (const edit of edits) {
    const item = 'item' in edit ? itemsIn(texts.yaml).find(({ id }) => id === edit.item) : undefined;
    const whole = { ...edit, ...(item && { was: stampOf(item) }) } as Edit;
    const applied = apply(texts.yaml, whole, CONTEXT);
    if (applied.kind !== 'edited') throw new Error(applied.why);
    texts = { ...texts, yaml: applied.yaml };
  }
  return texts;
}

function refusedWhy(edit: Edit): string {
  const applied = apply(BEGUN.texts.yaml, edit, CONTEXT);
  return applied.kind === 'edited' ? 'edited' : `${applied.kind}: ${applied.why}`;
}

const itemOf = (texts: Texts, id: string) => itemsIn(texts.yaml).find((item) => item.id === id);
const sheet = (texts: Texts) => sheetOf('ferry', texts, check(texts), []);
const wasOf = (id: string) => stampOf(itemOf(BEGUN.texts, id)!);

describe('an edit on the desk', () => {
  it('signs what was accepted, and touches no other line', () => {
    const after = edited({ kind: 'accept', item: 'the-ferry-between-port-elm' });
    expect(itemOf(after, 'the-ferry-between-port-elm')?.fields).toMatchObject({ by: 'anna' });
    expect(itemOf(after, 'the-ferry-between-port-elm')?.fields).not.toHaveProperty('doubt');
    const before = BEGUN.texts.yaml.get('statements.yaml')!;
    expect(after.yaml.get('statements.yaml')).toBe(
      before.replace(/by: rules\n( {2}from: .*\n) {2}doubt: likely\n/, 'by: anna\n$1'),
    );
  });

  it('gives a statement another speaker and other words, and the proofs say what they think of it', () => {
    const after = edited({
      kind: 'change',
      item: 'we-heard-a-bang-and',
      fields: { speakers: ['ingrid-sol'], text: 'We heard nothing' },
    });
    const item = sheet(after).items.find(({ id }) => id === 'we-heard-a-bang-and');
    expect(item?.faults.join(' ')).toContain('We heard nothing');
    expect(item?.by).toBe('anna');
  });

  it('merges two entries for one person: names, paragraphs and what was said go over', () => {
    const after = edited({ kind: 'merge', item: 'tomas-ek', into: 'per-anders-holm' });
    expect(itemOf(after, 'tomas-ek')).toBeUndefined();
    const kept = itemOf(after, 'per-anders-holm')!.fields;
    expect(kept).toMatchObject({ name: 'Per Anders Holm', paragraphs: [8, 5], by: 'anna' });
    expect((kept.names as { also: string[] }).also).toEqual(['Holm', 'Tomas Ek', 'Ek']);
    expect(after.yaml.get('statements.yaml')).not.toContain('tomas-ek');
    expect(itemOf(after, 'we-heard-a-bang-and')?.fields.speakers).toEqual(['per-anders-holm']);
    expect(
      refusedWhy({ kind: 'merge', item: 'tomas-ek', into: 'elm-lines', was: wasOf('tomas-ek') }),
    ).toContain('two people');
  });

  it('does not drop somebody whom something names, and says what', () => {
    expect(refusedWhy({ kind: 'drop', item: 'tomas-ek', was: wasOf('tomas-ek') })).toContain(
      'we-heard-a-bang-and',
    );
  });

  it('makes something else of an item, with its paragraph', () => {
    const after = edited({
      kind: 'move',
      item: 'its-chief-executive',
      to: 'background',
      fields: { title: 'Safety' },
    });
    expect(itemOf(after, 'its-chief-executive')).toMatchObject({
      kind: 'background',
      fields: { title: 'Safety', paragraphs: [6], by: 'anna' },
    });
    expect(itemOf(after, 'its-chief-executive')?.fields).not.toHaveProperty('speakers');
  });

  it('skips a paragraph with what rests on it alone, and takes it back for a new item', () => {
    const skipped = edited({ kind: 'skip', source: 'report', paragraph: 4, why: 'Not news.' });
    expect(itemOf(skipped, '142-passengers')).toBeUndefined();
    expect(sheet(skipped).sources[0]?.paragraphs[3]).toMatchObject({ state: 'skipped', why: 'Not news.' });
    expect(sheet(skipped).items.flatMap(({ faults }) => faults)).toEqual([]);
    expect(sheet(skipped).faults).toEqual([]);
    expect(sheet(skipped).left.unused).toBe(0);
    const unskipped = edited(
      { kind: 'skip', source: 'report', paragraph: 4, why: 'Not news.' },
      { kind: 'unskip', source: 'report', paragraph: 4 },
    );
    expect(sheet(unskipped).left.unused).toBe(1);
    const used = edited(
      { kind: 'skip', source: 'report', paragraph: 4, why: 'Not news.' },
      {
        kind: 'add',
        to: 'background',
        cite: { source: 'report', paragraph: 4 },
        fields: { title: 'On board', text: 'Nobody came to harm.' },
      },
    );
    expect(itemOf(used, 'on-board')?.fields).toMatchObject({ paragraphs: [4], by: 'anna' });
    expect(sheet(used).sources[0]?.paragraphs[3]?.state).toBe('used');
  });

  it('names topics and issues, and takes a topic off its items when it goes', () => {
    const named = edited(
      { kind: 'add', to: 'topic', fields: { name: 'The ship', about: 'How old it is', words: ['ship'] } },
      { kind: 'add', to: 'issue', fields: { name: 'Safety on board', words: [] } },
      { kind: 'change', item: 'we-heard-a-bang-and', fields: { topics: ['the-ship'] } },
    );
    expect(named.yaml.get('topics.yaml')).toBe(
      '# Written on the desk.\n- id: the-ship\n  name: The ship\n  about: How old it is\n  words: [ship]\n',
    );
    expect(itemOf(named, 'safety-on-board')?.kind).toBe('issue');
    const item = itemsIn(named.yaml).find(({ id }) => id === 'the-ship')!;
    const gone = apply(named.yaml, { kind: 'drop', item: 'the-ship', was: stampOf(item) }, CONTEXT);
    expect(gone.kind).toBe('edited');
    if (gone.kind === 'edited') expect(gone.yaml.get('statements.yaml')).not.toContain('the-ship');
  });

  it('refuses to go over what somebody else did to the item meanwhile, unless told to', () => {
    const edit: Edit = { kind: 'accept', item: 'tomas-ek', was: 'an older state' };
    expect(refusedWhy(edit)).toMatch(/^conflict: /);
    expect(apply(BEGUN.texts.yaml, edit, { ...CONTEXT, anyway: true }).kind).toBe('edited');
    expect(refusedWhy({ kind: 'drop', item: 'nobody', was: '' })).toMatch(/^conflict: .*not there any more/);
  });

  it('is kept when the same article is drafted once more: what went stays out, what was written stays', () => {
    const after = edited(
      { kind: 'accept', item: 'tomas-ek' },
      { kind: 'drop', item: 'not-cut-a-corner' },
      { kind: 'skip', source: 'report', paragraph: 9, why: 'Not news.' },
      { kind: 'merge', item: 'operator', into: 'ingrid-sol' },
    );
    const { article, draft, record } = BEGUN;
    const again = filesInto(after, record, draft, article, SOURCE);
    if (again.kind !== 'files') throw new Error(again.kind);
    const yaml = [...again.files].filter(([file]) => file.endsWith('.yaml'));
    for (const [file, text] of yaml) expect(text).toBe(after.yaml.get(file));
    expect(again.added).toBe(0);
  });
});
