import type { Messages } from '../show/messages/messages.ts';

/** The part of the catalogue that pictures speak from. */
export type PictureMessages = Messages['pictures'];
