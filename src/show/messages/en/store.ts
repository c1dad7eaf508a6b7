/** What is said of a store that fails: why, and the exact mend. Shown in the chat and written to the log. */
export type Trouble = { readonly why: string; readonly mend: string };

export const sqliteTroubles = {
  readOnly: {
    why: 'The database can be read but not written.',
    mend: 'Make the folder that DATA_DIR names, and the files in it, writable for the bot.',
  },
  full: {
    why: 'The disk that holds the database is full.',
    mend: 'Free some space on it; the bot goes on by itself.',
  },
  unreachable: {
    why: 'The database file cannot be opened or read.',
    mend: 'Check the disk and the folder that DATA_DIR names.',
  },
  busy: {
    why: 'Another program holds the database.',
    mend: 'Close the program that has the file in DATA_DIR open.',
  },
  damaged: {
    why: 'The database file is damaged.',
    mend: 'Stop the bot, and put back a copy of the folder that DATA_DIR names.',
  },
} as const satisfies Record<string, Trouble>;

export const postgresTroubles = {
  unreachable: {
    why: 'The database does not answer.',
    mend: 'Check that Postgres is running and that DATABASE_URL names its host and port.',
  },
  signIn: {
    why: 'The database does not accept the name or the password.',
    mend: 'Correct the name and the password in DATABASE_URL.',
  },
  missing: {
    why: 'The database that DATABASE_URL names does not exist.',
    mend: 'Create it, or correct the last part of DATABASE_URL.',
  },
  readOnly: {
    why: 'The database can be read but not written.',
    mend: 'Point DATABASE_URL at the primary server, or end its read-only mode.',
  },
  notAllowed: {
    why: 'The database does not let the bot use its tables.',
    mend: 'Grant the name in DATABASE_URL the right to create and change tables.',
  },
  full: {
    why: "The database's disk is full.",
    mend: 'Free some space on it; the bot goes on by itself.',
  },
  crowded: {
    why: 'The database takes no more connections, or has no memory left.',
    mend: 'Raise its max_connections or its memory, or run fewer replicas.',
  },
  slow: {
    why: 'The database takes too long to answer.',
    mend: 'See what it is busy with; the bot goes on by itself.',
  },
  noTls: {
    why: 'The database does not speak TLS, which DATABASE_URL asks for.',
    mend: 'Switch TLS on at the database, or write sslmode=disable in DATABASE_URL where the way to it is safe.',
  },
  certificate: {
    why: 'The database’s TLS certificate is not one that this machine trusts.',
    mend: 'Put its authority’s file into DATABASE_URL as sslrootcert=FILE, or write sslmode=no-verify there.',
  },
  bouncer: {
    why: 'A connection pooler in front of the database refuses one of the settings in DATABASE_URL.',
    mend: 'Take it out of DATABASE_URL, or name it in the pooler’s ignore_startup_parameters.',
  },
  badAddress: {
    why: 'DATABASE_URL is not an address of a Postgres database.',
    mend: 'Write it as postgres://NAME:PASSWORD@HOST:5432/DATABASE.',
  },
} as const satisfies Record<string, Trouble>;

export const heldByAnother = (dataDir: string): Trouble => ({
  why: `Another process is using the data in ${dataDir}.`,
  mend: 'Stop it, or give this one a DATA_DIR of its own; to run several together, set DATABASE_URL.',
});

export const noFolder = (dataDir: string): Trouble => ({
  why: `The folder ${dataDir} cannot be made or written.`,
  mend: 'Let DATA_DIR name a folder that the bot may write.',
});

export const fromLaterVersion: Trouble = {
  why: 'The database was made by a later version of the bot.',
  mend: 'Run that version or a newer one.',
};
