import type { AskedEntry, AskedStore } from '../ports/asked.ts';
import type { Database } from './database.ts';

/** How long what people ask is kept after it was asked last. */
export const ASKED_KEPT_MS = 90 * 86_400_000;
/** More rows are no list that anybody reads. */
const MOST_ROWS = 5_000;

export function askedStore({ db }: Database): AskedStore {
  return {
    async note(entries) {
      const newest = Math.max(...entries.map(({ at }) => at));
      await db.transaction().execute(async (transaction) => {
        for (const entry of entries) {
          const { briefing, platform, workspace, kind, words, at } = entry;
          await transaction
            .insertInto('asked')
            .values({ briefing, platform, workspace, kind, words, ...detailOf(entry), count: 1, last_at: at })
            .onConflict((conflict) =>
              conflict
                .columns([
                  'briefing',
                  'platform',
                  'workspace',
                  'kind',
                  'words',
                  'detail',
                  'channel',
                  'person',
                ])
                .doUpdateSet(({ eb, ref }) => ({
                  count: eb(ref('asked.count'), '+', 1),
                  last_at: at,
                })),
            )
            .execute();
        }
        await transaction
          .deleteFrom('asked')
          .where('last_at', '<', newest - ASKED_KEPT_MS)
          .execute();
      });
    },

    async rows(briefing) {
      const found = await db
        .selectFrom('asked')
        .select(({ fn }) => [
          'kind',
          'words',
          'detail',
          'person',
          fn.sum<number>('count').as('count'),
          fn.max<number>('last_at').as('last_at'),
        ])
        .where('briefing', '=', briefing)
        .groupBy(['kind', 'words', 'detail', 'person'])
        .orderBy('count', 'desc')
        .orderBy('words')
        .limit(MOST_ROWS)
        .execute();
      return found.map(({ kind, count, last_at, ...row }) => ({
        ...row,
        kind: kind as AskedEntry['kind'],
        count: Number(count),
        lastAt: Number(last_at),
      }));
    },
  };
}

function detailOf(entry: AskedEntry) {
  const nobody = { person: '', channel: '' };
  switch (entry.kind) {
    case 'asked':
      return { detail: entry.outcome, ...nobody };
    case 'opened':
      return { detail: entry.next, ...nobody };
    case 'flagged':
      return { detail: entry.flaw, ...nobody };
    case 'said':
      return { detail: entry.said, person: entry.person, channel: entry.channel };
  }
}
