/** What around a mention says whether it names a person, an organisation or a place. */
import { listOf } from '../data/lists.ts';
import { isEnglish } from '../text/english.ts';
import { isCapital, type Word } from '../text/words.ts';
import { isFirstName } from './first-names.ts';
import { spotsOf } from './gazetteer.ts';
import type { Mention } from './mentions.ts';
import { isHead } from './runs.ts';

export type Clues = { person: number; organisation: number; place: number };

/** Pure. The greatest sum over all mentions of a name decides; nothing at all is nobody's name. */
export function cluesOf(mention: Mention): Clues {
  const clues = { person: 0, organisation: 0, place: 0 };
  ofItself(mention, clues);
  ofWhatIsBefore(mention, clues);
  ofWhatIsAfter(mention, clues);
  return clues;
}

function ofItself({ name, lead, line, from, to }: Mention, clues: Clues): void {
  const own = line.words.slice(from, to).filter((word) => isCapital(word));
  const [first, last] = [own[0]!.text, own.at(-1)!.text];
  const joined = /\s(?:of|for|and|&)\s/.test(name);
  if (lead.some((word) => listOf('titles').has(word))) clues.person += 5;
  if (/^\p{Lu}{2,6}s?$/u.test(name) && !spotsOf(name).some(({ kind }) => kind === 'country'))
    clues.organisation += 4;
  if (own.length > 1 && /^\p{Lu}{2,5}$/u.test(first) && !isHead(last)) clues.organisation += 3;
  if (own.length > 1 || joined) {
    const perhaps = isFirstName(first) && own.length === 2 ? 2 : 5;
    if (listOf('organisation-heads').has(last)) clues.organisation += perhaps;
    else if (own.some(({ text }) => listOf('organisation-heads').has(text)) && joined)
      clues.organisation += 5;
    if (
      listOf('place-heads').has(last) ||
      /^(?:Lake|Mount|Cape|Port|Isle|Strait|Gulf|Bay|Sea|Fort|River|Loch|Glen)$/.test(first)
    )
      clues.place += 4;
  }
  if (own.length > 1 && own.length < 5 && !joined) {
    if (isFirstName(first) && !listOf('compass').has(first)) clues.person += isHead(last) ? 3 : 4;
    else if (/^(?:Upper|Lower|Great|Little|Old|New|East|West|North|South)$/.test(first) && !isHead(last))
      clues.place += 2;
    else if (own.every(({ lower }) => !isEnglish(lower)) && !isHead(last) && !listOf('compass').has(first))
      clues.person += 1;
    if (/^\p{Lu}$/u.test(own[1]!.text) && own.length > 2) clues.person += 3;
  }
  if (own.length > 1 && CLUBS.test(last)) clues.organisation += 6;
  // SafeSeats, BabyBarn; but McLeod.
  if (/^\p{Lu}\p{Ll}{2,}\p{Lu}\p{Ll}/u.test(first) && !/^(?:Mac|Fitz)/.test(first)) clues.organisation += 3;
  const spots = spotsOf(name);
  if (spots.some(({ kind }) => kind === 'country' || (kind === 'region' && !isFirstName(name))))
    clues.place += 7;
  else if (spots.length > 0)
    clues.place += spots.some(({ thousands }) => thousands > 200) && !isFirstName(name) ? 2 : 1;
}

/** What clubs are called, and people hardly. */
const CLUBS = /^(?:FC|AFC|RFC|SC|CF|United|Rovers|Wanderers|Albion|Athletic|Hotspur|Rangers|Dynamo)$/;

function ofWhatIsBefore({ line: { words }, from, lead, to }: Mention, clues: Clues): void {
  const at = from - lead.length;
  const [before, earlier] = [words[at - 1], words[at - 2]];
  if (!before) return;
  const inside =
    /^(?:in|near|outside|across|around|throughout|towards?|into|reach|reached|leaving|left|from|to|between|at|off|via)$/;
  const known = spotsOf(words[from]!.text).length > 0 || spotsOf(nameOf(words, from, to)).length > 0;
  if (/^(?:in|near|outside|throughout)$/.test(before.lower)) clues.place += 2;
  else if (inside.test(before.lower) && known) clues.place += 2;
  // At Innisvale, but 'analysts at Hallam', 'who works at Hallam'.
  else if (before.lower === 'at' && earlier && !worksFor(earlier)) clues.place += 2;
  if (/^(?:with|by|against|behind|than)$/.test(before.lower) && to - from === 1) clues.organisation += 1;
  if (before.kind === 'word' && !isCapital(before)) {
    if (listOf('roles').has(before.lower)) clues.person += 4;
    else if (listOf('organisation-nouns').has(before.lower) && before.lower !== 'house')
      clues.organisation += 4;
    else if (
      listOf('place-nouns').has(before.lower) ||
      (before.lower === 'of' && earlier && listOf('place-nouns').has(earlier.lower))
    )
      clues.place += 3;
  }
  if (
    /^(?:of|at|for|with|from)$/.test(before.lower) &&
    earlier &&
    (listOf('roles').has(earlier.lower) || listOf('groups').has(earlier.lower))
  )
    clues.organisation += spotsOf(nameOf(words, from, to)).length > 0 ? 0 : 2;
  // Its partner, Hoshino Board, ...   Dunmore's chairman, Alan Bishop, ...
  if (before.text === ',' && earlier && /^[,.]$/.test(words[to]?.text ?? '')) {
    if (listOf('roles').has(earlier.lower)) clues.person += 3;
    else if (listOf('organisation-nouns').has(earlier.lower)) clues.organisation += 3;
  }
}

function worksFor({ lower }: Word): boolean {
  return (
    listOf('roles').has(lower) ||
    listOf('groups').has(lower) ||
    listOf('roles').has(lower.replace(/s$/, '')) ||
    /^(?:works?|worked|working|employed|job|jobs|staff|mills?|plants?|posts?|sold|bought|shops?|shopped|available|analysts?|shares)$/.test(
      lower,
    )
  );
}

function nameOf(words: readonly Word[], from: number, to: number): string {
  return words
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');
}

function ofWhatIsAfter({ line: { words }, from, to }: Mention, clues: Clues): void {
  const [next, second, third] = [words[to], words[to + 1], words[to + 2]];
  if (!next) return;
  const single = to - from === 1;
  const inPlace =
    spotsOf(nameOf(words, from, to)).length > 0 &&
    /^(?:in|near|at|of|from)$/.test(words[from - 1]?.lower ?? '');
  if (next.text === ',' && second && spotsOf(second.text).some(({ kind }) => kind === 'country'))
    clues.place += 3;
  if (next.text === ',' && second && !inPlace) {
    if (/^\d{1,3}$/.test(second.text) && /^[,.]$/.test(third?.text ?? '')) clues.person += 5;
    // Of a team it is said too: 'Stourton, who drew'.
    if (second.lower === 'who') clues.person += single ? 1 : 4;
    if (second.lower === 'which') clues.organisation += 2;
    ofApposition(words, to + 1, clues);
    if (spotsOf(second.text).length > 0 && spotsOf(nameOf(words, from, to)).length > 0) clues.place += 2;
  }
  if (next.text === '(' && second) {
    if (/^\p{Lu}{2,7}$/u.test(second.text) && third?.text === ')') clues.organisation += 4;
    if (/^\d{1,3}$/.test(second.text) && third?.text === ')') clues.person += 4;
  }
  // Innisvale, 40 kilometres inland; the Wharf district.
  const measured = /^(?:kilomet(?:re|er)s?|miles?|km)$/;
  if (next.text === ',' && second?.kind === 'number' && third && measured.test(third.lower)) clues.place += 4;
  if (words[from - 1]?.lower !== 'a' && next.tag === 'NOUN' && listOf('place-nouns').has(next.lower))
    clues.place += 3;
  if (next.lower === 'who') clues.person += single ? 1 : 4;
  if (next.kind === 'possessive' || next.text === '’') {
    const owned = words.slice(to + 1, to + 5);
    const role = owned.findIndex(({ lower }) => listOf('roles').has(lower));
    if (
      role >= 0 &&
      !/^(?:wife|husband|mother|father|brother|sister|son|daughter|lawyer|widow)$/.test(owned[role]!.lower)
    )
      clues.organisation += 1;
    if (
      owned.some(({ lower }) =>
        /^(?:wife|husband|mother|father|brother|sister|son|daughter|widow|family|death|career)$/.test(lower),
      )
    )
      clues.person += 2;
    if (
      owned.some(({ lower }) =>
        /^(?:board|shares|shareholders|plant|plants|mills?|headquarters|customers|employees|staff|workforce|profit|sales|revenue|parent|subsidiary)$/.test(
          lower,
        ),
      )
    )
      clues.organisation += 2;
    if (
      owned.some(({ lower }) =>
        /^(?:coast|streets?|government|population|capital|suburbs|airport|parliament|economy)$/.test(lower),
      )
    )
      clues.place += 1;
  }
  // The Vale manager, a Norlund spokeswoman: whose they are is a body.
  if (listOf('roles').has(next.lower) && next.tag !== 'VERB') clues.organisation += 2;
  if (playsAt(words, from, to)) clues.organisation += 6;
  if (listOf('person-verbs').has(next.lower)) clues.person += 2;
  if (single && listOf('organisation-nouns').has(next.lower)) clues.organisation += 1;
  if (/^(?:said|says|announced|expects|declined)$/.test(next.lower)) {
    const soon = words.slice(to + 1, to + 12).find(({ lower }) => /^(?:it|its|he|she|his|her)$/.test(lower));
    if (soon && /^it/.test(soon.lower)) clues.organisation += 2;
    else if (soon) clues.person += 2;
    else clues.organisation += single ? 1 : 0;
  }
}

/** Sides of a game: 'Vale beat Harwick Town 2-1'. */
function playsAt(words: readonly Word[], from: number, to: number): boolean {
  const played = /^(?:beat|drew|thrashed|edged|hosted|trounced|host)$/;
  const scored = (at: number) =>
    words[at]?.kind === 'number' &&
    /^[-–]$/.test(words[at + 1]?.text ?? '') &&
    words[at + 2]?.kind === 'number';
  return (
    played.test(words[from - 1]?.lower ?? '') ||
    played.test(words[to]?.lower ?? '') ||
    scored(to) ||
    scored(from - 3)
  );
}

/** …, the TDWU's regional secretary, … is a person's; …, a passenger group, … an organisation's. */
function ofApposition(words: readonly Word[], from: number, clues: Clues): void {
  const end = words.findIndex(({ text }, index) => index >= from && /^[,.;:—–(]$/.test(text));
  const rest = words.slice(from, end < 0 ? words.length : end).slice(0, 14);
  const stop = rest.findIndex(({ lower }) =>
    /^(?:of|at|for|in|who|which|that|with|from|to|on|near|whose|based|owned)$/.test(lower),
  );
  const head = (stop < 0 ? rest : rest.slice(0, stop)).filter(({ kind }) => kind === 'word').at(-1);
  if (!head || (stop < 0 ? rest.length : stop) > 12) return;
  const starts =
    /^(?:a|an|the|one|its|his|her|their|former|chief|another)$/.test(rest[0]!.lower) ||
    rest.some(({ kind }) => kind === 'possessive');
  if (listOf('roles').has(head.lower)) clues.person += starts ? 5 : 3;
  else if (!starts) return;
  else if (listOf('organisation-nouns').has(head.lower)) clues.organisation += 5;
  else if (listOf('place-nouns').has(head.lower)) clues.place += 5;
}
