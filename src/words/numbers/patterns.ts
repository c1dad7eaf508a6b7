/** Quantities that are made of more than a number and a unit: times of day, scores, parts of a whole. */
import english from '../data/en/numerals.json' with { type: 'json' };
import type { Span } from '../span.ts';
import type { Numeral } from './numerals.ts';

type Found = Span & {
  readonly kind: 'time-of-day' | 'score' | 'share';
  readonly low: number;
  readonly high: number;
  readonly of?: number;
  readonly unit: string;
};

const HALF_DAY = 12 * 60;
const CLOCK: readonly (readonly [RegExp, (match: RegExpMatchArray) => number | undefined])[] = [
  [
    /(?<![\p{N}.:,])(\d{1,2})(?:[:.](\d{2}))?(?:\s|\u00a0)?([ap])\.?\s?m\b\.?/giu,
    ([, hour, minute, half]) => clock(Number(hour) % 12, minute, half!.toLowerCase() === 'p'),
  ],
  [
    /(?<![\p{N}.:,])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])/gu,
    ([, hour, minute]) => clock(Number(hour), minute, false),
  ],
  [
    /(?<![\p{N}.:,])([01]?\d|2[0-3])(?:h([0-5]\d)|\.([0-5]\d)\s?(?:Uhr|GMT|BST|CET|UTC))(?!\p{L})/gu,
    ([, hour, minute, dotted]) => clock(Number(hour), minute ?? dotted, false),
  ],
  [
    /(?<!\p{N})([01]\d|2[0-3])([0-5]\d)\s?(?:GMT|BST|CET|UTC|hours|hrs)(?!\p{L})/gu,
    ([, hour, minute]) => clock(Number(hour), minute, false),
  ],
  [
    /(?<![\p{N}\p{L}])(\d{1,2})\s?(?:o['’]clock|Uhr)(?!\p{L})/giu,
    ([, hour]) => clock(Number(hour), undefined, false),
  ],
  [
    /(午前|午後|오전|오후|上午|下午)?\s?(\d{1,2})\s?[時时시点](?!間|间|代)(?:\s?(\d{1,2})\s?[分분])?/gu,
    ([, half, hour, minute]) =>
      clock(Number(hour), minute, half === '午後' || half === '오후' || half === '下午'),
  ],
  [
    /(?<!\p{L})(noon|midday|midnight)(?!\p{L})/giu,
    ([, word]) => (word!.toLowerCase() === 'midnight' ? 0 : HALF_DAY),
  ],
  [
    /(?<!\p{L})(half|quarter) (past|to) (one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?!\p{L})/giu,
    ([, part, side, hour]) => {
      const minutes = part!.toLowerCase() === 'half' ? 30 : 15;
      const from = english.units.indexOf(hour!.toLowerCase()) * 60;
      return side!.toLowerCase() === 'past' ? from + minutes : from - minutes;
    },
  ],
];

function clock(hour: number, minute: string | undefined, afternoon: boolean): number | undefined {
  if (hour > 24 || Number(minute ?? 0) > 59) return undefined;
  return ((hour % 24) + (afternoon && hour < 12 ? 12 : 0)) * 60 + Number(minute ?? 0);
}

/** '3pm', '15:30', 'noon', '午後3時', in minutes after midnight. */
export function clockTimesIn(text: string): Found[] {
  return CLOCK.flatMap(([pattern, read]) =>
    [...text.matchAll(pattern)].flatMap((match): Found[] => {
      const at = read(match);
      const end = match.index + match[0].trimEnd().length;
      return at === undefined
        ? []
        : [{ kind: 'time-of-day', start: match.index, end, low: at, high: at, unit: '' }];
    }),
  );
}

const SCORE = /(?<![\p{N}\p{L}.,:\p{Sc}-])(\d{1,3})\s?[-–:‑]\s?(\d{1,3})(?![\p{N}:-]|[.,]\d)/gu;
const PLAYED =
  /\b(?:won|win|wins|beat|beats|lost|lose|loses|drew|draw|draws|lead|led|leads|score|scored|result|victory|defeat|by|at|after|vote|voted|ruled|split|a|an)\b/i;

/** '3-1', '6–4', '5-4': a result of a game or a vote; what is counted in a range is none. */
export function scoresIn(text: string): Found[] {
  return [...text.matchAll(SCORE)].flatMap((match): Found[] => {
    const [low, high] = [Number(match[1]), Number(match[2])];
    const end = match.index + match[0].length;
    const behind = /^\s?(?:\p{L}+|%)/u.exec(text.slice(end, end + 20))?.[0].trim() ?? '';
    const played = PLAYED.test(text.slice(Math.max(0, match.index - 12), match.index));
    const result =
      /^(?:win|victory|defeat|loss|draw|lead|decision|ruling|vote|majority|up|down|in|on|at|against|to|for|after|and|with|by|as|thrashing|aggregate|scoreline)$/i.test(
        behind,
      ) || behind === '';
    if (low < high && !(played && result)) return [];
    return [{ kind: 'score', start: match.index, end, low, high, unit: '' }];
  });
}

const SPELT =
  /(?<!\p{L})(half an?|an?|the last|the past|a quarter of an)\s(hour|minute|day|week|fortnight|month|year|decade|century|mile|kilomet(?:er|re))(?!\p{L})/giu;

/** 'A decade', 'half an hour': one of a unit, or a part of one, with no numeral. */
export function singleUnitsIn(text: string): (Span & { readonly value: number; readonly unitAt: number })[] {
  return [...text.matchAll(SPELT)].flatMap((match) => {
    const [written, lead, unit] = match;
    const part = /^half/i.test(lead!) ? 0.5 : /^a quarter/i.test(lead!) ? 0.25 : 1;
    // 'The last year' is a date more often; 'a day' may be each day.
    if (/^the/i.test(lead!) && !/^(?:decade|century|fortnight)$/i.test(unit!)) return [];
    if (
      part === 1 &&
      /(?:\d|s|times|once|twice|percent)\s$/i.test(text.slice(Math.max(0, match.index - 8), match.index)) &&
      !/^the/i.test(lead!)
    )
      return [];
    const start = /^the/i.test(lead!) ? match.index + 4 : match.index;
    return [
      {
        start,
        end: match.index + written.length,
        value: part,
        unitAt: match.index + written.length - unit!.length,
      },
    ];
  });
}

const PART = new RegExp(
  `(?<![\\p{L}-])(?:(a|an|one|two|three|four|five|seven|nine)[\\s-])?(${Object.keys(english.parts).join('|')})(?=\\s+(?:of|the|its|their|all|his|her)\\b)`,
  'giu',
);

/** 'three of the five', '3 out of 5', 'one in ten', 'two-thirds of', 'half the'. */
export function sharesIn(text: string, numerals: readonly Numeral[]): Found[] {
  const pairs = numerals.flatMap((part, at): Found[] => {
    const whole = numerals[at + 1];
    if (whole === undefined || part.kind === 'ordinal' || whole.kind === 'ordinal') return [];
    const joint = text.slice(part.end, whole.start);
    const outOf =
      /^\s(?:out of|of|of the|of its|of their|of his|of her|of all|out of the|out of every)\s$/i.test(joint);
    const inEvery = /^\s(?:in|in every)\s$/i.test(joint) && (part.value === 1 || whole.value === 10);
    if (!(outOf || inEvery) || (!outOf && part.value > whole.value)) return [];
    return [
      {
        kind: 'share',
        start: part.start,
        end: whole.end,
        low: part.value,
        high: part.value,
        of: whole.value,
        unit: '',
      },
    ];
  });
  const parts = [...text.matchAll(PART)].flatMap((match): Found[] => {
    const [written, count, part] = match;
    const name = part!.toLowerCase();
    const several = english.units.indexOf(count?.toLowerCase() ?? '');
    // 'The third of May', 'a second half the length' are no parts.
    if (count === undefined && name !== 'half') return [];
    const low = several > 0 ? several : 1;
    const of = (english.parts as Readonly<Record<string, number>>)[name]!;
    return [
      { kind: 'share', start: match.index, end: match.index + written.length, low, high: low, of, unit: '' },
    ];
  });
  return [...pairs, ...parts];
}
