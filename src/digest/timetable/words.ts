/**
 * What people type after `subscribe`: a time, days and a zone in any order, and what follows when everything has been
 * shown. Pure; whatever is typed is read, asked about or refused, never thrown at.
 */
import type { Subscription, Weekday } from '../../ports/store.ts';
import { farness } from './nearness.ts';
import { lineOf, type ReadWords, type WayOn, type Wish } from './wish.ts';
import { DAY_NAMES, EVERY_DAY, GROUPS, readDays, sorted } from './words-days.ts';
import { rhythmOf } from './words-often.ts';
import { type ReadRhythm, readRhythm } from './words-rhythm.ts';
import { readTime } from './words-time.ts';
import { findZone, LONGEST_NAME, nearestZones, zoneLabel } from './zones.ts';

/** The first word of a line that only shows the card. */
export const CHOOSE = 'pick';
/** Nobody needs more to name a time, seven days and a place. */
export const LONGEST_LINE = 200;
const MOST_NEAREST = 5;

const FILLERS = new Set(
  'at on in every each and the time zone timezone please local for of a my @ from post send'.split(' '),
);
const EXCEPT = new Set(['except', 'but', 'not', 'without']);
const ENDINGS: Readonly<Record<string, Subscription['whenAllShown']>> = {
  'then stop': 'go-quiet',
  'then go quiet': 'go-quiet',
  'go quiet': 'go-quiet',
  'then be quiet': 'go-quiet',
  'then start over': 'start-over',
  'start over': 'start-over',
  'then start again': 'start-over',
  'start again': 'start-over',
};

export function readWords(typed: string): ReadWords {
  if (typed.length > LONGEST_LINE) return { kind: 'too-long', most: LONGEST_LINE };
  const interval = INTERVAL.exec(typed.normalize('NFKC'));
  if (interval !== null) return { kind: 'interval', typed: interval[0].trim() };
  const rhythm = readRhythm(typed.normalize('NFKC').trim());
  const tokens = rhythm.rest.split(/[\s,;]+/u).filter((token) => token !== '');
  const choose = tokens[0]?.toLowerCase() === CHOOSE;
  return understood(partsOf(choose ? tokens.slice(1) : tokens), rhythm, choose);
}

/** 'every 2 hours', 'hourly', 'twice a day', 'every other day', 'quarterly': read as anything else they would be another wish. */
const INTERVAL = new RegExp(
  [
    String.raw`\b(?:every|each)\s+(?:\d+|few|couple of|two|three|four|six|eight|twelve)?\s*(?:h|hrs?|hours?|m|mins?|minutes?)\b`,
    String.raw`\b(?:every|each)\s+(?:\d+|few|other|two|three|four|second|2nd|third|3rd)\s+(?:days?|months?)\b`,
    String.raw`\b(?:hourly|quarterly|yearly|annually|(?:every|each|once a) (?:year|quarter))\b`,
    String.raw`\bin\s+(?:\d+|an|two|three)\s*(?:h|hrs?|hours?|m|mins?|minutes?)\b`,
    String.raw`\b(?:twice|\d+ times|three times) (?:a|per|each|every) day\b`,
  ].join('|'),
  'iu',
);

/** What was recognised, in the order in which it was typed. */
type Part =
  | { readonly kind: 'time'; readonly typed: string; readonly times: readonly string[] }
  | { readonly kind: 'days'; readonly days: readonly Weekday[] }
  | { readonly kind: 'except' }
  | { readonly kind: 'zone'; readonly typed: string; readonly zones: readonly string[] }
  | { readonly kind: 'ending'; readonly whenAllShown: Subscription['whenAllShown'] }
  | { readonly kind: 'unknown'; readonly typed: string };

/** The longest phrase that means something wins: 'Sun City' is a city, 'Sun' a day. */
function partsOf(tokens: readonly string[]): Part[] {
  const parts: Part[] = [];
  let at = 0;
  while (at < tokens.length) {
    const [part, length] = partAt(tokens, at);
    at += length;
    const last = parts.at(-1);
    if (part?.kind === 'unknown' && last?.kind === 'unknown')
      parts.splice(-1, 1, { kind: 'unknown', typed: `${last.typed} ${part.typed}` });
    else if (part !== undefined) parts.push(part);
  }
  return parts;
}

function partAt(tokens: readonly string[], at: number): [Part | undefined, number] {
  for (let length = Math.min(LONGEST_NAME, tokens.length - at); length > 0; length--) {
    const part = partOf(tokens.slice(at, at + length).join(' '));
    if (part !== undefined) return [part, length];
  }
  const token = tokens[at] ?? '';
  return [FILLERS.has(token.toLowerCase()) ? undefined : { kind: 'unknown', typed: token }, 1];
}

function partOf(typed: string): Part | undefined {
  const plain = typed.toLowerCase();
  if (EXCEPT.has(plain)) return { kind: 'except' };
  const whenAllShown = Object.hasOwn(ENDINGS, plain) ? ENDINGS[plain] : undefined;
  if (whenAllShown !== undefined) return { kind: 'ending', whenAllShown };
  const times = readTime(plain);
  if (times.length > 0) return { kind: 'time', typed, times };
  const days = readDays(plain);
  if (days.length > 0) return { kind: 'days', days };
  if (FILLERS.has(plain)) return undefined;
  const found = findZone(typed);
  if (found.kind === 'none') return undefined;
  return { kind: 'zone', typed, zones: found.kind === 'one' ? [found.zone] : found.zones };
}

function understood(parts: readonly Part[], often: ReadRhythm, choose: boolean): ReadWords {
  const times = unique(parts.flatMap((part) => (part.kind === 'time' ? part.times : [])));
  const zones = zonesOf(parts);
  const days = daysOf(parts);
  const ending = parts.findLast((part) => part.kind === 'ending');
  const typedTimes = typedOf(parts, 'time');
  const typedZones = typedOf(parts, 'zone');
  const rest: Wish = {
    ...(days === undefined ? {} : { days }),
    ...(ending === undefined ? {} : { whenAllShown: ending.whenAllShown }),
  };
  const timed = typedTimes === '' ? rest : { ...rest, time: typedTimes };

  const unknown = parts.find((part) => part.kind === 'unknown');
  if (unknown !== undefined) {
    return { kind: 'unknown', typed: unknown.typed, nearest: nearestWays(unknown.typed, timed, typedZones) };
  }
  if (days?.length === 0) return { kind: 'unknown', typed: 'no day at all', nearest: [] };
  const rhythm = rhythmOf(often, days, (wish) => lineOf({ ...timed, ...wish }, typedZones));
  if (rhythm.kind !== 'rhythm') return rhythm;
  const sure = { ...rest, ...rhythm.wish };
  if (times.length > 1) {
    const ways = times.map((time) => ({ label: time, words: lineOf({ ...sure, time }, typedZones) }));
    return { kind: 'several', what: 'time', typed: typedTimes, ways };
  }
  if (zones.length > 1) {
    const found = typedTimes === '' ? sure : { ...sure, time: typedTimes };
    const ways = zones.map((zone) => ({ label: zoneLabel(zone), words: lineOf({ ...found, zone }) }));
    return { kind: 'several', what: 'zone', typed: typedZones ?? '', ways };
  }
  const [time] = times;
  const [zone] = zones;
  const wish = { ...sure, ...(time === undefined ? {} : { time }), ...(zone === undefined ? {} : { zone }) };
  return { kind: 'read', wish, choose };
}

/** 'Birmingham, UK' is the one in the UK: names that agree on zones narrow each other; else each is a candidate. */
function zonesOf(parts: readonly Part[]): readonly string[] {
  const named = parts.flatMap((part) => (part.kind === 'zone' ? [part.zones] : []));
  const [first = [], ...others] = named;
  const common = first.filter((zone) => others.every((zones) => zones.includes(zone)));
  return common.length > 0 ? common : unique(named.flat());
}

function daysOf(parts: readonly Part[]): readonly Weekday[] | undefined {
  let days: readonly Weekday[] | undefined;
  let excepting = false;
  for (const part of parts) {
    if (part.kind === 'except') excepting = true;
    else if (part.kind !== 'days') excepting = false;
    else if (excepting) days = (days ?? EVERY_DAY).filter((day) => !part.days.includes(day));
    else days = sorted([...(days ?? []), ...part.days]);
  }
  return days;
}

/** The rest of the line stays as it was typed, so that choosing one thing leaves the next to be asked. */
function nearestWays(typed: string, rest: Wish, zone: string | undefined): WayOn[] {
  const plain = typed.toLowerCase();
  const days = DAY_TERMS.filter((term) => plain.length > 3 && farness(plain, term, 2) <= 2).map((term) => ({
    label: term,
    words: lineOf({ ...rest, days: sorted([...(rest.days ?? []), ...readDays(term)]) }, zone),
  }));
  const zones = nearestZones(typed, MOST_NEAREST).map((near) => ({
    label: zoneLabel(near),
    words: lineOf({ ...rest, zone: near }),
  }));
  return [...days, ...zones].slice(0, MOST_NEAREST);
}

const DAY_TERMS: readonly string[] = [
  ...GROUPS.flatMap(([words]) => words.slice(0, 1)),
  ...DAY_NAMES.map((name) => name.toLowerCase()),
];

/** Undefined, or empty for a time, where none was typed. */
function typedOf(parts: readonly Part[], kind: 'time'): string;
function typedOf(parts: readonly Part[], kind: 'zone'): string | undefined;
function typedOf(parts: readonly Part[], kind: 'time' | 'zone'): string | undefined {
  const typed = parts.flatMap((part) => (part.kind === kind ? [part.typed] : []));
  return typed.length === 0 && kind === 'zone' ? undefined : typed.join(' ');
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
