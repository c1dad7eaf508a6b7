import { type Kysely, sql } from 'kysely';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';
import { corrections } from './migration-corrections.ts';
import { reasonsByCode } from './migration-reasons.ts';
import type { Tables } from './tables.ts';

/** Brings the tables up to this version of the code; several replicas may do so at once. Throws what the database says. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error !== undefined) throw error;
}

/** Kysely's words when the database has a migration that this version of the code does not know. */
export function isFromLaterVersion(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('corrupted migrations: previously executed');
}

const tables: Migration = {
  async up(db: Kysely<Tables>) {
    await db.schema
      .createTable('subscription')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('workspace', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('briefing', 'text', (column) => column.notNull())
      .addColumn('time', 'text', (column) => column.notNull())
      .addColumn('days', 'text', (column) => column.notNull())
      .addColumn('zone', 'text', (column) => column.notNull())
      .addColumn('when_all_shown', 'text', (column) => column.notNull())
      .addColumn('paused_by', 'text')
      .addColumn('paused_why', 'text')
      .addColumn('paused_since', 'bigint')
      .addColumn('changed_by', 'text', (column) => column.notNull())
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .addColumn('next_at', 'bigint')
      .addColumn('next_date', 'text')
      .addColumn('refusals', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('ended_at', 'bigint')
      .addUniqueConstraint('subscription_key', ['platform', 'workspace', 'channel', 'briefing'])
      .execute();
    await db.schema
      .createIndex('subscription_due')
      .on('subscription')
      .column('next_at')
      .where('next_at', 'is not', null)
      .execute();

    await db.schema
      .createTable('delivery')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('subscription', 'text', (column) =>
        column.notNull().references('subscription.id').onDelete('cascade'),
      )
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('workspace', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('slot_date', 'text', (column) => column.notNull())
      .addColumn('slot_at', 'bigint', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('turn', 'bigint')
      .addColumn('owner', 'text')
      .addColumn('message', 'text')
      .addColumn('why', 'text')
      .addColumn('since', 'bigint', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('maybe_sent_since', 'bigint')
      .addColumn('spotlight', 'text')
      .addColumn('revision', 'integer')
      .addUniqueConstraint('delivery_slot', ['subscription', 'slot_date'])
      .execute();
    await db.schema
      .createIndex('delivery_turn')
      .on('delivery')
      .columns(['platform', 'turn', 'id'])
      .where('turn', 'is not', null)
      .execute();

    await db.schema
      .createTable('revision')
      .addColumn('briefing', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('items', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('revision_key', ['briefing', 'number'])
      .execute();

    await db.schema
      .createTable('installation')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('value', 'text', (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('seen')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('until', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('seen_until').on('seen').column('until').execute();
  },
};

const locale: Migration = {
  async up(db: Kysely<Tables>) {
    await db.schema
      .alterTable('subscription')
      .addColumn('locale', 'text', (column) => column.notNull().defaultTo('en'))
      .execute();
  },
};

/** They held our own wording; they hold hashes from here on. Today's is recorded anew at the next start. */
const revisionsByHash: Migration = {
  async up(db: Kysely<Tables>) {
    await db.deleteFrom('revision').execute();
  },
};

/** Pauses that all replicas keep; and on Postgres the shared limit's table, which an older version made by itself. */
const pauses: Migration = {
  async up(db: Kysely<Tables>) {
    await db.schema
      .createTable('pause')
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('workspace', 'text', (column) => column.notNull())
      .addColumn('until', 'bigint', (column) => column.notNull())
      .addColumn('since', 'bigint', (column) => column.notNull())
      .addColumn('tries', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('why', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('pause_key', ['platform', 'workspace'])
      .execute();
    await db.schema
      .createTable('pace')
      .ifNotExists()
      .addColumn('key', 'varchar(255)', (column) => column.primaryKey())
      .addColumn('points', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('expire', 'bigint')
      .execute();
  },
};

/** What whoever set a digest has to be told of it. */
const notices: Migration = {
  async up(db: Kysely<Tables>) {
    await db.schema
      .createTable('notice')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('subscription', 'text', (column) =>
        column.notNull().references('subscription.id').onDelete('cascade'),
      )
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('why', 'text', (column) => column.notNull())
      .addColumn('turn', 'bigint', (column) => column.notNull())
      .addColumn('told_at', 'bigint')
      .execute();
    await db.schema
      .createIndex('notice_turn')
      .on('notice')
      .column('turn')
      .where(sql.ref('told_at'), 'is', null)
      .execute();
  },
};

/** A bot that is removed by mistake and invited again finds its settings. */
const removed: Migration = {
  async up(db: Kysely<Tables>) {
    await db.schema.alterTable('subscription').addColumn('removed_at', 'bigint').execute();
  },
};

/** What a channel chooses beyond its time and days. */
const choices: Migration = {
  async up(db: Kysely<Tables>) {
    await db.schema.alterTable('subscription').addColumn('choices', 'text').execute();
  },
};

/** What people ask, counted without who asked it. */
const asked: Migration = {
  async up(db: Kysely<Tables>) {
    await db.schema
      .createTable('asked')
      .addColumn('briefing', 'text', (column) => column.notNull())
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('workspace', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('words', 'text', (column) => column.notNull())
      .addColumn('detail', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('count', 'integer', (column) => column.notNull())
      .addColumn('last_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('asked_key', [
        'briefing',
        'platform',
        'workspace',
        'kind',
        'words',
        'detail',
        'channel',
        'person',
      ])
      .execute();
    await db.schema.createIndex('asked_last_at').on('asked').column('last_at').execute();
  },
};

/** Limits that all replicas keep together, and what was said last in a channel. */
const limits: Migration = {
  async up(db: Kysely<Tables>) {
    await db.schema
      .createTable('tally')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('count', 'integer', (column) => column.notNull())
      .addColumn('until', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.alterTable('seen').addColumn('what', 'text').execute();
  },
};

/** What one replica alone does: a Discord shard. */
const leases: Migration = {
  async up(db: Kysely<Tables>) {
    await db.schema
      .createTable('lease')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('until', 'bigint', (column) => column.notNull())
      .execute();
  },
};

/** In order of their names; one that has gone out is never changed. */
const provider: MigrationProvider = {
  async getMigrations() {
    return {
      '0001-tables': tables,
      '0002-locale': locale,
      '0003-revisions-by-hash': revisionsByHash,
      '0004-pauses': pauses,
      '0005-notices': notices,
      '0006-removed': removed,
      '0007-choices': choices,
      '0008-asked': asked,
      '0009-limits': limits,
      '0010-corrections': corrections,
      '0011-leases': leases,
      '0012-reasons': reasonsByCode,
    };
  },
};
