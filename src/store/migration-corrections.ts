import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Tables } from './tables.ts';

/** What messages show, and the corrections that follow them. */
export const corrections: Migration = {
  async up(db: Kysely<Tables>) {
    await db.schema
      .createTable('showing')
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('briefing', 'text', (column) => column.notNull())
      .addColumn('item', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('showing_key', ['id', 'item'])
      .execute();
    await db.schema.createIndex('showing_item').on('showing').columns(['briefing', 'item']).execute();
    await db.schema.alterTable('delivery').addColumn('showing', 'text').execute();
    await db.schema
      .createTable('posted')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('workspace', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('message', 'text', (column) => column.notNull())
      .addColumn('thread', 'text')
      .addColumn('briefing', 'text', (column) => column.notNull())
      .addColumn('locale', 'text', (column) => column.notNull())
      .addColumn('showing', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('posted_showing').on('posted').column('showing').execute();
    await db.schema
      .createIndex('posted_where')
      .on('posted')
      .columns(['platform', 'workspace', 'channel'])
      .execute();
    await db.schema.createIndex('posted_at').on('posted').column('at').execute();
    await db.schema
      .createTable('correction')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('posted', 'text', (column) => column.notNull().references('posted.id').onDelete('cascade'))
      .addColumn('platform', 'text', (column) => column.notNull())
      .addColumn('workspace', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('pairs', 'text', (column) => column.notNull())
      .addColumn('planned_at', 'bigint', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('turn', 'bigint')
      .addColumn('owner', 'text')
      .addColumn('message', 'text')
      .addColumn('why', 'text')
      .addColumn('since', 'bigint', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('maybe_sent_since', 'bigint')
      .execute();
    await db.schema
      .createIndex('correction_turn')
      .on('correction')
      .columns(['platform', 'turn', 'id'])
      .where('turn', 'is not', null)
      .execute();
    await db.schema
      .createIndex('correction_where')
      .on('correction')
      .columns(['platform', 'workspace', 'channel'])
      .execute();
    await db.schema.createIndex('correction_posted').on('correction').column('posted').execute();
  },
};
