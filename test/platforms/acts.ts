import type { Act } from '../../src/ports/rights.ts';

/** What is typed for each. Nothing here confirms a deletion. */
export const WORDS: Readonly<Record<Act, string>> = {
  ask: 'people',
  digest: 'digest',
  status: 'status',
  stop: 'stop',
  doctor: 'doctor',
  'digest now': 'digest now',
  subscribe: 'subscribe 09:00 every day Asia/Tokyo',
  skip: 'skip next',
  pause: 'pause',
  resume: 'resume',
  unsubscribe: 'unsubscribe',
  'forget conversation': 'forget',
  'forget everything': 'forget everything',
};
