import type { DatabaseConnection, Dialect, Driver } from 'kysely';

/**
 * The same dialect, whose every error goes through `reword`: there, and nowhere else, an error of a driver becomes
 * `StoreDown` or stays a bug. Kysely has no hook of its own for errors, so the connection's one method is replaced.
 * Before each connection is handed out `ready` has to settle.
 */
export function guarded(
  dialect: Dialect,
  reword: (error: unknown) => unknown,
  ready: () => Promise<void> = async () => undefined,
): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => guardedDriver(dialect.createDriver(), reword, ready),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

function guardedDriver(
  driver: Driver,
  reword: (error: unknown) => unknown,
  ready: () => Promise<void>,
): Driver {
  const known = new WeakSet<DatabaseConnection>();
  const acquire = driver.acquireConnection.bind(driver);
  driver.acquireConnection = async (options) => {
    const connection = await ready()
      .then(() => acquire(options))
      .catch((error: unknown) => {
        throw reword(error);
      });
    if (!known.has(connection)) {
      known.add(connection);
      const execute = connection.executeQuery.bind(connection);
      connection.executeQuery = async (query, queryOptions) => {
        try {
          return await execute(query, queryOptions);
        } catch (error) {
          throw reword(error);
        }
      };
    }
    return connection;
  };
  return driver;
}
