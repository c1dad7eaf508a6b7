import type { Store } from '../ports/store.ts';
import type { Database } from './database.ts';

/**
 * Deletes a workspace's subscriptions, their deliveries, what its messages showed and its installation in one go; of
 * some channels of it, all but the last.
 */
export function forgetting({ db }: Database): Store['forget'] {
  return (platform, workspace, channels) =>
    db.transaction().execute(async (transaction) => {
      const theirs = transaction
        .selectFrom('subscription')
        .select('id')
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .$if(channels !== undefined, (query) => query.where('channel', 'in', channels ?? []));
      const deliveries = await transaction
        .deleteFrom('delivery')
        .where('subscription', 'in', theirs)
        .executeTakeFirst();
      const subscriptions = await transaction
        .deleteFrom('subscription')
        .where('id', 'in', theirs)
        .executeTakeFirst();
      const posted = await transaction
        .deleteFrom('posted')
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .$if(channels !== undefined, (query) => query.where('channel', 'in', channels ?? []))
        .executeTakeFirst();
      const installations =
        platform === 'slack' && channels === undefined
          ? await transaction.deleteFrom('installation').where('key', '=', workspace).executeTakeFirst()
          : { numDeletedRows: 0n };
      await transaction
        .deleteFrom('asked')
        .where('platform', '=', platform)
        .where('workspace', '=', workspace)
        .$if(channels !== undefined, (query) => query.where('channel', 'in', channels ?? []))
        .execute();
      return {
        subscriptions: Number(subscriptions.numDeletedRows),
        deliveries: Number(deliveries.numDeletedRows),
        messages: Number(posted.numDeletedRows),
        installations: Number(installations.numDeletedRows),
      };
    });
}
