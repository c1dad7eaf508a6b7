/** The settings of the digest that DIGEST_CHANNELS gives channels without a chat. */
import type { Reader, ZoneOf } from '../config.ts';
import type { Messages } from '../show/messages/messages.ts';

/** A channel, and behind it the briefing that comes there, where it is not the default one. */
const CHANNEL = /^(slack:([A-Z0-9]{2,}\/)?[A-Z0-9]{2,}|discord:\d{5,20})(:[a-z0-9]+(-[a-z0-9]+)*)?$/;

export function readChannels(read: Reader, say: Messages, faults: string[]): readonly string[] {
  const entries = (read.text('DIGEST_CHANNELS') ?? '').split(/[\s,]+/).filter((entry) => entry !== '');
  for (const entry of entries.filter((entry) => !CHANNEL.test(entry))) {
    faults.push(say.settings.noChannel(entry));
  }
  return entries;
}

export function readTime(read: Reader, say: Messages, faults: string[]): string {
  const given = read.text('DIGEST_TIME') ?? '09:00';
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(given)) return given;
  faults.push(say.settings.noTime(given));
  return '09:00';
}

export function readZone(read: Reader, say: Messages, faults: string[], zoneOf: ZoneOf): string | undefined {
  const given = read.text('DIGEST_TIMEZONE');
  if (given === undefined) return undefined;
  const zone = zoneOf(given);
  if (zone !== undefined && isZone(zone)) return zone;
  faults.push(say.settings.noZone(given));
  return undefined;
}

/** Asked of Temporal, since it is Temporal that works out the slots: Intl knows names that Temporal does not. */
function isZone(name: string): boolean {
  try {
    Temporal.Now.zonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
