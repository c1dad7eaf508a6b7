/** What a channel chooses of its digest, beyond the time, the days of the week and the zone. */

/** Which of the weekdays' dates have an edition; left out, every one. */
export type Rhythm =
  /** Every `every` weeks, counted from the week of `from` ('YYYY-MM-DD'), which has one. */
  | { readonly kind: 'weeks'; readonly every: number; readonly from: string }
  /** On these days of each month, whatever weekday they are: 1 to 31, or `LAST`. A shorter month has its last day. */
  | { readonly kind: 'dates'; readonly dates: readonly number[] }
  /** On the nth of the weekdays in each month: 1 to 4, or `LAST`. */
  | { readonly kind: 'nth'; readonly nths: readonly number[] };

/** The last of its kind in a month. */
export const LAST = -1;

/** Days on which no edition goes out though the timetable has one. */
export type DaysOff = {
  /** From one day to another, both left out: 'YYYY-MM-DD', or 'MM-DD' for those of every year. */
  readonly spans: readonly DaySpan[];
  /** The public holidays of these countries and regions, by ISO 3166: 'JP', 'DE-BY'. */
  readonly holidays: readonly string[];
};

export type DaySpan = { readonly from: string; readonly to: string };

/** The kinds of things that an edition may put first, and tell changes of. */
export const KINDS = ['quotes', 'positions', 'deals', 'figures', 'background'] as const;
export type Kind = (typeof KINDS)[number];

/** What of the briefing a channel gets: these kinds, and these topics by their ids. An empty list is all. */
export type Gets = { readonly kinds: readonly Kind[]; readonly topics: readonly string[] };

/** Where and how an edition comes; what is left out is as without any choice. */
export type Goes = {
  /** Into this thread or forum post of the channel's, by the platform's own id. */
  readonly thread?: string;
  /** In a channel for announcements, on to the servers that follow it. */
  readonly published?: true;
  /** This role, or group of people, by the platform's own id, is told of each edition. */
  readonly mention?: string;
  /** With the digest's picture card. */
  readonly picture?: true;
};
