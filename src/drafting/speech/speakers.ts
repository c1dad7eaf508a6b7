/** Whom the subject of a verb of saying means: a name, a pronoun, 'the company', or somebody unnamed. */
import { listOf } from '../data/lists.ts';
import type { Trust } from '../draft.ts';
import type { Appearance, Cast } from '../names/cast.ts';
import { type Entity, idOf } from '../names/entities.ts';
import { countryOfCapital, spotsOf } from '../names/gazetteer.ts';
import type { Line } from '../names/mentions.ts';
import { roleOf } from '../names/roles.ts';
import { isCapital, type Word } from '../text/words.ts';
import { Memory, type Somebody } from './memory.ts';
import { headOf, type Unnamed, unnamedOf } from './unnamed.ts';

export type Speaker = { readonly ids: readonly string[]; readonly trust: Trust; readonly named: boolean };

export type Stranger = Unnamed & {
  readonly id: string;
  readonly paragraphs: number[];
  readonly from: { readonly line: Line; readonly start: number; readonly end: number };
};

export class Speakers {
  readonly memory = new Memory();
  readonly strangers: Stranger[] = [];
  /** Places that speak as a government does: by id, with the paragraphs where they do. */
  readonly governments = new Map<string, Entity>();
  readonly #cast: Cast;
  readonly #known = new Map<string, Somebody>();
  readonly #ids: Set<string>;
  /** Who goes by which last word. */
  readonly #surnames = new Map<string, Set<Entity>>();

  constructor(cast: Cast) {
    this.#cast = cast;
    this.#ids = new Set(cast.entities.map(({ id }) => id));
    for (const entity of cast.entities) {
      this.#known.set(entity.id, somebodyOf(entity));
      if (entity.kind !== 'person' || !entity.name.includes(' ')) continue;
      const surname = entity.name.split(' ').at(-1)!;
      this.#surnames.set(surname, (this.#surnames.get(surname) ?? new Set()).add(entity));
    }
  }

  /** `words` are the subject's, by their indexes among the line's words. */
  of(line: Line, from: number, to: number, sentence: number): Speaker | undefined {
    const words = line.words.slice(from, to);
    const first = words[0];
    if (!first) return undefined;
    if (to - from === 1 && /^(?:he|she|they|it)$/.test(first.lower))
      return this.#pronoun(first.lower, line.number, sentence);
    const named = this.#named(line, from, to, words);
    if (named) return named;
    return this.#described(line, words, sentence);
  }

  /** Everybody named in a sentence is remembered; its subject before the others. */
  remember(
    line: Line,
    from: number,
    to: number,
    sentence: number,
    subject?: { readonly from: number; readonly to: number },
  ): void {
    for (const { entity, from: at } of this.#cast.at(line)) {
      if (at < from || at >= to || entity.kind === 'place') continue;
      const isSubject = subject !== undefined && subject.from <= at && at < subject.to;
      this.memory.note(this.#known.get(entity.id)!, line.number, sentence, isSubject ? 'subject' : 'mention');
    }
  }

  spoke(ids: readonly string[], paragraph: number, sentence: number): void {
    for (const id of ids) {
      const who = this.#known.get(id);
      if (who) this.memory.note(who, paragraph, sentence, 'speaker');
    }
  }

  #pronoun(word: string, paragraph: number, sentence: number): Speaker | undefined {
    const gender = word === 'he' ? 'm' : word === 'she' ? 'f' : undefined;
    const recalled = gender
      ? this.memory.person(gender, paragraph, sentence)
      : word === 'it'
        ? this.memory.organisation(undefined, paragraph, sentence)
        : this.memory.group(paragraph, sentence);
    if (!recalled) return undefined;
    if (gender) this.memory.learn(recalled.who, gender);
    return { ids: [recalled.who.id], trust: recalled.sure ? 'sure' : 'likely', named: false };
  }

  #named(line: Line, from: number, to: number, words: readonly Word[]): Speaker | undefined {
    const inside = this.#cast.at(line).filter((it) => it.from >= from && it.from < to);
    if (inside.length === 0) return undefined;
    const head = headOf(words);
    const speaks = inside.filter((it) => isHeadOf(it, line, head, from, to));
    if (speaks.length === 0) return undefined;
    const ids = speaks.map(({ entity }) => entity.id);
    for (const { entity } of speaks) if (entity.kind === 'place') this.governments.set(entity.id, entity);
    const shared = speaks.some((it) => this.#isShared(it, line));
    return { ids: [...new Set(ids)], trust: shared ? 'likely' : 'sure', named: true };
  }

  /** A surname alone that two people have, without a title that tells them apart. */
  #isShared({ entity, from, to, lead }: Appearance, line: Line): boolean {
    if (entity.kind !== 'person' || to - from > 1 || lead > 0) return false;
    const { text } = line.words[from]!;
    return (this.#surnames.get(text)?.size ?? 0) > (entity.name.endsWith(` ${text}`) ? 1 : 0);
  }

  #described(line: Line, words: readonly Word[], sentence: number): Speaker | undefined {
    const head = headOf(words);
    if (!head) return undefined;
    const first = words[0]!.lower;
    const definite = /^(?:the|its|their|his|her|this|that)$/.test(first);
    if (listOf('collectives').has(head.lower) && (definite || words.length === 1)) {
      const named =
        this.#byOrganisation(words, line) ?? this.memory.organisation(head.lower, line.number, sentence);
      if (named) return { ids: [named.who.id], trust: named.sure ? 'sure' : 'likely', named: false };
      return {
        ids: [this.#stranger(bodyOf(words, line.text, head.lower), line, words)],
        trust: 'likely',
        named: true,
      };
    }
    if (/^(?:both|two|leaders|sides|pair|couple)$/.test(head.lower)) return undefined;
    const stranger = unnamedOf(words, line.text);
    if (!stranger) return undefined;
    if (definite && stranger.kind === 'person') {
      const known = this.memory.called(head.lower);
      if (known) return { ids: [known.who.id], trust: known.sure ? 'sure' : 'likely', named: false };
      const holder = this.#holderOf(words);
      if (holder) return { ids: [holder], trust: 'likely', named: false };
    }
    return { ids: [this.#stranger(stranger, line, words)], trust: 'sure', named: true };
  }

  /** 'The TDWU's strike committee' speaks for itself, 'the Polish union' is none that was named. */
  #byOrganisation(words: readonly Word[], line: Line): { who: Somebody; sure: boolean } | undefined {
    const own = this.#cast
      .at(line)
      .find(({ from, entity }) => entity.kind === 'organisation' && words.includes(line.words[from]!));
    return own && { who: this.#known.get(own.entity.id)!, sure: false };
  }

  /** Whose post is called so: 'the chief executive' is Ingrid Wallmark. */
  #holderOf(words: readonly Word[]): string | undefined {
    const own = words
      .filter(({ kind, lower }) => kind === 'word' && !/^(?:the|its|their|his|her|of)$/.test(lower))
      .map(({ lower }) => lower);
    const holders = this.#cast.entities.filter(
      ({ kind, id }) => kind === 'person' && own.every((word) => this.#known.get(id)!.words.has(word)),
    );
    return holders.length === 1 ? holders[0]!.id : undefined;
  }

  #stranger(unnamed: Unnamed, line: Line, words: readonly Word[]): string {
    const same = this.strangers.find(({ name }) => name.toLowerCase() === unnamed.name.toLowerCase());
    if (same) {
      if (!same.paragraphs.includes(line.number)) same.paragraphs.push(line.number);
      return same.id;
    }
    const id = idOf(unnamed.name.replace(/^(?:An?|The)\s/, ''), this.#ids);
    const from = { line, start: words[0]!.start, end: words.at(-1)!.end };
    this.strangers.push({ ...unnamed, id, paragraphs: [line.number], from });
    this.#known.set(id, {
      id,
      kind: unnamed.kind,
      ...(unnamed.gender ? { gender: unnamed.gender } : {}),
      words: new Set([unnamed.head]),
    });
    return id;
  }
}

/** 'The coastguard', where no name was told. */
function bodyOf(words: readonly Word[], text: string, head: string): Unnamed {
  const name = text
    .slice(words[0]!.start, words.at(-1)!.end)
    .replace(/^(?:its|their|his|her|this|that)\s/i, 'The ');
  return { name: name.charAt(0).toUpperCase() + name.slice(1), kind: 'group', head };
}

function somebodyOf(entity: Entity): Somebody {
  const words = new Set(entity.forms.join(' ').toLowerCase().split(/\s+/));
  if (entity.kind === 'person') {
    const { role } = roleOf(entity.mentions);
    for (const word of role.toLowerCase().split(/[^\p{L}-]+/u)) words.add(word);
  } else for (const word of besides(entity)) words.add(word);
  return {
    id: entity.id,
    kind: entity.kind === 'person' ? 'person' : 'organisation',
    ...(entity.gender ? { gender: entity.gender } : {}),
    words,
  };
}

/** Nouns in small letters beside an organisation's name: 'packaging maker Norlund', 'Ride Yorkshire, a passenger group'. */
function besides({ mentions }: Entity): string[] {
  return mentions.flatMap(({ line, from, to, lead }) => {
    const near = [
      ...line.words.slice(Math.max(0, from - lead.length - 2), from),
      ...(line.words[to]?.text === ',' ? line.words.slice(to, to + 8) : []),
    ];
    return near
      .filter((word) => !isCapital(word) && listOf('organisation-nouns').has(word.lower))
      .map(({ lower }) => lower);
  });
}

/** A name speaks itself where it is the head of the phrase: 'Newsham', not 'a Norlund spokeswoman'. */
function isHeadOf(
  { from, to, entity }: Appearance,
  line: Line,
  head: Word | undefined,
  start: number,
  end: number,
): boolean {
  if (line.words[to]?.kind === 'possessive' || (/^['’]$/.test(line.words[to]?.text ?? '') && to < end))
    return false;
  if (entity.kind === 'place' && !speaksAsPlace(entity)) return false;
  const own = line.words.slice(from, to);
  if (head && own.includes(head)) return true;
  // 'Abe and Putin': each of the names that 'and' joins.
  const before = line.words.slice(start, from);
  const joined =
    before.some(({ lower }) => lower === 'and') ||
    line.words.slice(to, end).some(({ lower }) => lower === 'and');
  return joined && !before.some(({ lower, tag }) => tag === 'ADP' || /^(?:of|for|at)$/.test(lower));
}

function speaksAsPlace({ name }: Entity): boolean {
  return countryOfCapital(name) !== undefined || spotsOf(name).some(({ kind }) => kind === 'country');
}
