/** What is typed and asks nothing of a source: orders, sums, the time of day. */
import type { Why } from './reason.ts';

/** Why such words have no answer; undefined for all others. `typed` is as it came, `words` the question read out of it. */
export function besideTheSource(typed: string, words: string): Why | undefined {
  if (ORDER.test(plain(typed)) || SUM.test(typed.slice(0, BEGINNING))) return { kind: 'elsewhere' };
  return TIME_OF_DAY.test(words) ? { kind: 'not-there' } : undefined;
}

/** An order stands at the beginning. */
const BEGINNING = 200;

/** 'Pretend to be', 'write a speech': not asked of the source, and nothing that anybody said. */
const ORDER =
  /^(?:(?:please|now|can|could|will|would|you|from|on|ok|so|hey) )*(?:are now|pretend|act as|act like|imagine|role ?play|write|compose|draft|translate|invent|make up|ignore|disregard|repeat after|sing|respond only|answer only|forget (?:all|every|your|the|previous)|you are (?:now|no longer|a|an))\b|\bin the first person\b/;
/** '2+2', which is no security dialogue here. */
const SUM = /^[^\p{L}\d]*(?:(?:what is|whats|what's|calculate|compute) )?\d+ *[-+*x×÷/] *\d+[^\p{L}\d]*$/iu;
/** Hours and minutes, which no item gives. */
const TIME_OF_DAY = /\b(?:what|which|at what|exact) (?:time|hour)\b|\bwhat oclock\b/;

function plain(typed: string): string {
  return typed
    .slice(0, BEGINNING)
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
}
