import { plural } from './wording.ts';

const of = (count: number) => `${count} ${plural(count, { one: 'installation', other: 'installations' })}`;

/** What `npm run keys` says, and the start of installations that no key opens. */
export const keys = {
  usage:
    'Type npm run keys -- rotate: it encrypts every Slack installation anew with the first key in TOKEN_ENCRYPTION_KEY. Put the new key first and the old one after it, with a comma between them.',
  none: 'TOKEN_ENCRYPTION_KEY is not set: there is no key to encrypt with.',
  rotated: (anew: number, kept: number) =>
    `${of(anew)} encrypted anew with the first key, ${kept} had it already. Once none is left that only an older key opens, the older key can go from TOKEN_ENCRYPTION_KEY.`,
  unreadable: (count: number, all: number) =>
    `${of(count)} of ${all} cannot be read with any key in TOKEN_ENCRYPTION_KEY. Put the key back that they were encrypted with, after the first and a comma, or install the app in those workspaces again; all others work.`,
};
