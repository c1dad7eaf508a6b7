/**
 * What Discord refuses, from its component reference (docs.discord.com/developers/components/reference) unless said
 * otherwise. Characters are UTF-16 units: never fewer than what Discord counts.
 */
export const COMPONENTS_PER_MESSAGE = 40;
export const TEXT_CHARS = 4000;
/** HTTP 500 comes above about 10,170 bytes of a components v2 body (discord-api-docs#8554): a budget below. */
export const BODY_BYTES = 10_000;
export const BUTTONS_PER_ROW = 5;
export const BUTTON_LABEL_CHARS = 80;
export const CUSTOM_ID_CHARS = 100;
export const SELECT_OPTIONS = 25;
export const OPTION_CHARS = 100;
export const PLACEHOLDER_CHARS = 150;
export const MEDIA_DESCRIPTION_CHARS = 1024;

/** What we allow ourselves within those, so that a piece always fits on a page beside the paging controls. */
export const PIECE_CHARS = 1500;
export const HEADING_CHARS = 250;
export const CONTROLS_BYTES = 6000;
/** For what the sender adds: flags, mentions, nonce, attachments, an interaction's envelope. */
export const ENVELOPE_BYTES = 600;
