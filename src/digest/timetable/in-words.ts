import type { Timetable } from '../../ports/store.ts';
import type { Messages } from '../../show/messages/messages.ts';
import { zoneLabel } from './zones.ts';

/** 'every day at 09:00 (Tokyo, Japan)' */
export function timetableInWords(timetable: Timetable, say: Messages): string {
  return say.time.timetable({ ...timetable, zone: zoneLabel(timetable.zone) });
}
