/** The tables, as `migrations.ts` makes them. Instants are epoch milliseconds; ids and keys are text. */
export type Tables = {
  subscription: SubscriptionTable;
  delivery: DeliveryTable;
  revision: { briefing: string; number: number; items: string };
  installation: { key: string; value: string };
  /** `what`: what was seen under the id last, where that may change. */
  seen: { id: string; until: number; what: string | null };
  lease: { name: string; owner: string; until: number };
  tally: { key: string; count: number; until: number };
  pause: PauseTable;
  asked: {
    briefing: string;
    platform: string;
    workspace: string;
    kind: string;
    words: string;
    detail: string;
    /** Empty where nobody is to be known. */
    channel: string;
    person: string;
    count: number;
    last_at: number;
  };
  /** An item of a set of items that a message shows; the same set has one id. */
  showing: { id: string; briefing: string; item: string };
  posted: PostedTable;
  correction: CorrectionTable;
  notice: {
    id: string;
    subscription: string;
    kind: string;
    /** A reason, as JSON (reasons.ts). */
    why: string;
    turn: number;
    /** Empty until they were told. */
    told_at: number | null;
  };
};

/** A platform, or with a `workspace` that alone, that asked for a pause or seems to be away. */
export type PauseTable = {
  platform: string;
  /** Empty for the platform as a whole. */
  workspace: string;
  until: number;
  since: number;
  tries: number;
  why: string;
};

export type SubscriptionTable = {
  id: string;
  platform: string;
  workspace: string;
  channel: string;
  briefing: string;
  time: string;
  /** ISO weekdays, written '1,2,5'. */
  days: string;
  zone: string;
  /** The rhythm, the days off, what it gets and where it goes, as JSON; empty where nothing of it is chosen. */
  choices: string | null;
  when_all_shown: string;
  locale: string;
  paused_by: string | null;
  paused_why: string | null;
  paused_since: number | null;
  changed_by: string;
  changed_at: number;
  /** Empty while paused or ended, so that the index on it holds only what can fall due. */
  next_at: number | null;
  next_date: string | null;
  /** Refusals in a row. */
  refusals: number;
  ended_at: number | null;
  /** When the bot was removed from the workspace: for some weeks its settings are kept. */
  removed_at: number | null;
};

export type DeliveryTable = {
  id: string;
  subscription: string;
  /** Its subscription's, and changed with them alone: here too, so that one platform's backlog is not in another's way. */
  platform: string;
  workspace: string;
  channel: string;
  slot_date: string;
  slot_at: number;
  state: string;
  /** When it is looked at again: its turn, its next try, the end of its lease. Empty once it is settled. */
  turn: number | null;
  owner: string | null;
  message: string | null;
  why: string | null;
  /** When the state began. */
  since: number;
  /** Grows with each lease; also tells a holder that somebody else has taken over. */
  attempts: number;
  maybe_sent_since: number | null;
  /** Ids, with a blank between. */
  spotlight: string | null;
  revision: number | null;
  /** The set of items that it shows. */
  showing: string | null;
};

/** A message that stands in a channel, and what it shows. */
export type PostedTable = {
  id: string;
  platform: string;
  workspace: string;
  channel: string;
  message: string;
  thread: string | null;
  briefing: string;
  locale: string;
  /** The set of items that it shows, its corrections among them once they are planned. */
  showing: string;
  at: number;
};

/** A correction that follows a message: `turn`, `attempts` and the rest as a delivery has them. */
export type CorrectionTable = {
  id: string;
  posted: string;
  platform: string;
  workspace: string;
  channel: string;
  /** JSON: `[{ item, right }]`. */
  pairs: string;
  planned_at: number;
  state: string;
  turn: number | null;
  owner: string | null;
  message: string | null;
  why: string | null;
  since: number;
  attempts: number;
  maybe_sent_since: number | null;
};
