/** Who was spoken of last: what 'she', 'the company' and 'the spokesman' stand for. */
import type { Gender } from '../draft.ts';

export type Somebody = {
  readonly id: string;
  readonly kind: 'person' | 'group' | 'organisation';
  readonly gender?: Gender;
  /** In small letters, what they are: roles and words of the name. */
  readonly words: ReadonlySet<string>;
};

type Seen = {
  readonly who: Somebody;
  readonly paragraph: number;
  readonly sentence: number;
  /** A speaker or the subject of a sentence comes before whoever is only mentioned in it. */
  readonly weight: 'speaker' | 'subject' | 'mention';
};

export type Recalled = { readonly who: Somebody; readonly sure: boolean };

export class Memory {
  readonly #seen: Seen[] = [];
  readonly #genders = new Map<string, Gender>();

  note(who: Somebody, paragraph: number, sentence: number, weight: Seen['weight']): void {
    this.#seen.push({ who, paragraph, sentence, weight });
  }

  genderOf(who: Somebody): Gender | undefined {
    return who.gender ?? this.#genders.get(who.id);
  }

  learn(who: Somebody, gender: Gender): void {
    if (!who.gender) this.#genders.set(who.id, gender);
  }

  lastSpeaker(): Seen | undefined {
    return this.#seen.findLast(({ weight }) => weight === 'speaker');
  }

  /** 'he', 'she': a person of that gender; sure where nobody else nearby could be meant. */
  person(gender: Gender, paragraph: number, sentence: number): Recalled | undefined {
    const fits = (who: Somebody) => who.kind === 'person' && (this.genderOf(who) ?? gender) === gender;
    return this.#recall(fits, paragraph, sentence, (who) => this.genderOf(who) === gender);
  }

  /** 'it', 'the company': an organisation; of a noun that tells a union from a court, one that goes by it. */
  organisation(noun: string | undefined, paragraph: number, sentence: number): Recalled | undefined {
    const isOne = ({ kind }: Somebody) => kind === 'organisation';
    if (noun === undefined) return this.#recall(isOne, paragraph, sentence);
    const called = (who: Somebody) => isOne(who) && who.words.has(noun);
    if (!BUSINESS.has(noun)) return this.#recall(called, paragraph, sentence);
    return this.#business((who) => isOne(who) && ![...who.words].some((word) => BODIES.has(word)));
  }

  /** 'The company': the one that the text is about, where one is spoken of oftener than all others. */
  #business(fits: (who: Somebody) => boolean): Recalled | undefined {
    const counts = new Map<Somebody, number>();
    for (const { who } of this.#seen) if (fits(who)) counts.set(who, (counts.get(who) ?? 0) + 1);
    const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
    return first && { who: first[0], sure: first[1] > 2 * (second?.[1] ?? 0) };
  }

  group(paragraph: number, sentence: number): Recalled | undefined {
    return this.#recall(({ kind }) => kind === 'group', paragraph, sentence);
  }

  /** 'the spokesman': who goes by that noun. */
  called(noun: string): Recalled | undefined {
    const fitting = [
      ...new Set(
        this.#seen
          .filter(({ who }) => who.words.has(noun) && who.kind !== 'organisation')
          .map(({ who }) => who),
      ),
    ];
    const last = fitting.at(-1);
    return last && { who: last, sure: fitting.length === 1 };
  }

  #recall(
    fits: (who: Somebody) => boolean,
    paragraph: number,
    sentence: number,
    certain: (who: Somebody) => boolean = () => true,
  ): Recalled | undefined {
    const near = this.#seen.filter((seen) => fits(seen.who) && paragraph - seen.paragraph <= NEAR);
    if (near.length === 0) {
      const last = this.#seen.findLast((seen) => fits(seen.who) && seen.weight !== 'mention');
      return last && { who: last.who, sure: false };
    }
    const here = near.filter((seen) => seen.paragraph === paragraph);
    const pool = here.length > 0 ? here : near.filter((seen) => seen.paragraph === near.at(-1)!.paragraph);
    const nearest = pick(pool, sentence);
    // Whoever has been a 'she' before comes before somebody new of whom nothing tells.
    const known = pool.filter(
      ({ who, weight }) =>
        certain(who) && (here.length === 0 || weight !== 'mention' || nearest.weight === 'mention'),
    );
    const chosen = certain(nearest.who) || known.length === 0 ? nearest : pick(known, sentence);
    const others = new Set(pool.map(({ who }) => who.id)).size;
    return {
      who: chosen.who,
      sure: certain(chosen.who) && (others === 1 || (here.length > 0 && standsAlone(chosen, pool))),
    };
  }
}

/** Nouns that any firm goes by. */
const BUSINESS = new Set([
  'company',
  'firm',
  'group',
  'business',
  'maker',
  'manufacturer',
  'corporation',
  'retailer',
  'operator',
  'employer',
]);
/** Words of bodies that are no firm. */
const BODIES = new Set([
  'union',
  'council',
  'court',
  'university',
  'ministry',
  'agency',
  'party',
  'police',
  'committee',
  'hospital',
  'chamber',
  'nhs',
  'department',
  'commission',
  'parliament',
  'association',
  'federation',
  'charity',
  'school',
]);

/** Nobody else of the paragraph speaks, or is what a sentence is about. */
function standsAlone(chosen: Seen, pool: readonly Seen[]): boolean {
  return (
    chosen.weight !== 'mention' &&
    pool.every(({ who, weight }) => who.id === chosen.who.id || weight === 'mention')
  );
}

/** How many paragraphs back a pronoun may reach. */
const NEAR = 2;

/** Of the nearest sentence its subject, else who was named first in it. */
function pick(pool: readonly Seen[], sentence: number): Seen {
  const subjects = pool.filter(({ weight }) => weight !== 'mention');
  const from = subjects.length > 0 ? subjects : pool;
  const nearest = Math.max(...from.filter((seen) => seen.sentence <= sentence).map((seen) => seen.sentence));
  return from.find((seen) => seen.sentence === nearest) ?? from.at(-1)!;
}
