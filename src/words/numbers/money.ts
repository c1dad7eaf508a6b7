/** A sum of money: a number with a currency's sign, code or name before or behind it. */
import type { Span } from '../span.ts';
import { ALSO_ENGLISH, CURRENCY_SIGNS, CURRENCY_WORDS } from './currencies.ts';
import { endsWord, longestAt } from './units.ts';

type Money = Span & { readonly unit: string };

const LONGEST = Math.max(...[...CURRENCY_WORDS.keys()].map((word) => word.length));
const SIGNS_BY_END = Map.groupBy(CURRENCY_SIGNS, ([sign]) => sign.at(-1)!);
/** From here on a word that English has for other things too is money: 'five won medals', '5,000 won'. */
const LARGE = 100;

/** Where the sum stands and which currency it is in; `undefined` where the number is no money. */
export function moneyAt(text: string, numeral: Span & { readonly high: number }): Money | undefined {
  const before = text.slice(Math.max(0, numeral.start - 8), numeral.start);
  const near = before.replace(/[\s\u00a0]$/u, '');
  const sign = SIGNS_BY_END.get(near.at(-1) ?? '')?.find(([sign]) => stands(near, sign));
  const behind = wordBehind(text, numeral);
  if (sign !== undefined) {
    const start = numeral.start - (before.length - before.lastIndexOf(sign[0]));
    const same = behind !== undefined && behind.end - numeral.end < 12 ? behind.end : numeral.end;
    return { start, end: same, unit: sign[1] };
  }
  const code = /(?<!\p{L})([A-Z]{3})\s?$/u.exec(before)?.[1];
  if (code !== undefined && CURRENCY_WORDS.get(code.toLowerCase()) === code)
    return {
      start: numeral.start - (before.length - before.lastIndexOf(code)),
      end: numeral.end,
      unit: code,
    };
  return behind === undefined ? undefined : { start: numeral.start, ...behind };
}

/** A sign touches its number or stands a space before it; one of letters begins a word. */
function stands(near: string, sign: string): boolean {
  if (!near.endsWith(sign)) return false;
  const ahead = near.slice(0, -sign.length);
  if (!/^\p{L}/u.test(sign)) return true;
  return (
    !/\p{L}$/u.test(ahead) && (/\p{Sc}$/u.test(sign) || /^(?:Rs\.?|RM|Kč|Fr)$/.test(sign) || sign.length > 2)
  );
}

function wordBehind(
  text: string,
  { end, high }: Span & { readonly high: number },
): { readonly end: number; readonly unit: string } | undefined {
  const mark = /^\s?(\p{Sc})(?!\s?\d)/u.exec(text.slice(end, end + 5));
  const sign = mark === null ? undefined : CURRENCY_SIGNS.find(([sign]) => sign === mark[1]);
  if (mark !== null && sign !== undefined) return { end: end + mark[0].length, unit: sign[1] };
  const gap = /^[\s\u00a0\u202f]?[-‐‑]?/u.exec(text.slice(end, end + 2))![0].length;
  const found = longestAt(text, end + gap, CURRENCY_WORDS, LONGEST);
  if (found === undefined || !endsWord(text, found.end)) return undefined;
  const word = text.slice(end + gap, found.end);
  const code = /^[a-z]{3}$/i.test(word) && found.means === word.toUpperCase();
  if (code && word !== found.means) return undefined;
  if (!code && ALSO_ENGLISH.has(word.toLowerCase()) && high < LARGE) return undefined;
  return { end: found.end, unit: found.means };
}
