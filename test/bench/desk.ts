/** What an edit on the desk costs in a briefing of thousands of paragraphs, in time of the processor. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFolder } from '../../src/briefing/write.ts';
import { draftOf } from '../../src/drafting/extract.ts';
import { articleOf, readText } from '../../src/drafting/reading/read.ts';
import { filesOf } from '../../src/drafting/write/briefing.ts';
import { createReview } from '../../src/main/review.ts';
import type { Review, ReviewItem } from '../../src/ports/review.ts';
import { en } from '../../src/show/messages/en.ts';
import { percentile, type Row } from './row.ts';

/** Most milliseconds of a verdict on an edit, by the number of paragraphs. */
const GOALS = [
  { paragraphs: 1_000, most: 200 },
  { paragraphs: 5_000, most: 1_000 },
] as const;
const EDITS = 20;
const DAY = '2026-03-04';

export async function benchDesk(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { paragraphs, most } of GOALS) {
    const root = mkdtempSync(join(tmpdir(), 'bench-desk-'));
    try {
      const review = deskIn(root, paragraphs);
      const [items, first] = await timed(() => review.sheet('long')!.items);
      const said = items.filter(({ kind }) => kind === 'statement');
      const named = items.filter(({ kind }) => kind === 'person' || kind === 'organisation');
      const name = `${paragraphs.toLocaleString('en')} paragraphs`;
      rows.push(
        { name: `${name}: opened`, value: first, unit: 'ms' },
        { name: `${name}: other words tried`, value: await tried(review, said, 'text'), unit: 'ms', most },
        { name: `${name}: another name tried`, value: await tried(review, named, 'name'), unit: 'ms' },
      );
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  }
  return rows;
}

async function tried(review: Review, items: readonly ReviewItem[], field: string): Promise<number> {
  const times: number[] = [];
  for (const { id, was, fields } of items.slice(0, EDITS)) {
    const edit = { kind: 'change', item: id, was, fields: { [field]: `${fields[field]} not` } };
    const sent = { by: 'anna', anyway: false, edit };
    const [, ms] = await timed(() => review.try('long', { words: 'people', sent }));
    times.push(ms);
  }
  return percentile(times, 0.5);
}

async function timed<Of>(work: () => Of | Promise<Of>): Promise<readonly [Of, number]> {
  const before = process.cpuUsage();
  const made = await work();
  const { user, system } = process.cpuUsage(before);
  return [made, (user + system) / 1_000];
}

function deskIn(root: string, paragraphs: number): Review {
  const article = articleOf(readText(longArticle(paragraphs)), { published: DAY });
  const draft = draftOf(article, Temporal.PlainDate.from(DAY));
  mkdirSync(join(root, 'briefings'));
  writeFolder(
    join(root, 'briefings', 'long'),
    filesOf('long', draft, article, { id: 'report', rights: 'own' }, DAY),
  );
  return createReview({
    environment: { BRIEFINGS_DIR: join(root, 'briefings'), DATA_DIR: join(root, 'data') },
    say: en,
    editor: 'anna',
    articles: [],
    today: () => DAY,
    now: Date.now,
    seen: () => undefined,
  });
}

const FIRST = 'Anna Olga Per Tomas Ingrid Lars Maria Erik Sofia Jonas Karin Nils'.split(' ');
const LAST = 'Norn Berg Holm Ek Sol Vik Dahl Lund Strand Moe Hagen Falk Bakke Rud Lie'.split(' ');
const PORTS = 'Elm Kirk Sand Ness Vik Holme Lang Stor'.split(' ');

/** Reports of ferries, one a paragraph: who said what, how many, and when. */
function longArticle(paragraphs: number): string {
  const lines = Array.from({ length: paragraphs }, (_, at) => {
    const person = `${FIRST[at % FIRST.length]} ${LAST[(at * 7) % LAST.length]}`;
    const port = PORTS[at % PORTS.length];
    switch (at % 5) {
      case 0:
        return `“We lost boat ${at} and then the lights went out,” said ${person}, a skipper of Port ${port}.`;
      case 1:
        return `${person} of ${port} Lines said it would pay ${1 + (at % 90)}.2 million euros for boat ${at}.`;
      case 2:
        return `According to the coastguard, ${at + 17} of ${at + 212} were hurt on ${1 + (at % 28)} March 2026.`;
      case 3:
        return `The harbour of Port ${port} was closed for ${at} hours after ferry ${at} lost power.`;
      default:
        return `${person} denied that boat ${at} had been full, and said the crew had asked for a second ship.`;
    }
  });
  return `Ferries stand still along the whole coast\n${lines.join('\n')}\n`;
}
