/** What `npm run backup` and `npm run restore` say. */
export const backup = {
  nameOne: (verb: string) => `Name one file: npm run ${verb} -- FILE`,
  postgres:
    'The store is a Postgres: pg_dump --format=custom --file=FILE "$DATABASE_URL" backs it up, and pg_restore --clean --if-exists --dbname="$DATABASE_URL" FILE puts it back. Stop every replica before a restore.',
  noStore: (database: string) => `There is no store at ${database} yet: nothing to back up.`,
  thereAlready: (file: string) => `${file} is there already; name another file.`,
  notMade: (why: string) => `The backup was not made: ${why}`,
  made: (file: string) =>
    `Backed up to ${file}. Keep it as safe as the store: it holds ids of channels and people.`,
  noFile: (file: string) => `There is no file ${file}.`,
  isNone: (file: string, why: string) => `${file} is no backup of this bot's store: ${why}`,
  running: 'The bot runs on this store. Stop it first, then restore.',
  restored: (file: string, kept: string) =>
    `Restored from ${file}. What was there is kept as ${kept}. At the next start each edition that fell due since the backup is looked for on its platform before it is sent.`,
  damaged: 'it is damaged.',
  noTables: 'it has none of its tables.',
  notRead: 'it is not a database that can be read.',
};
