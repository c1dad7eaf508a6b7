/**
 * What Slack refuses, from its Block Kit reference (docs.slack.dev/reference/block-kit) unless said otherwise.
 * Characters are UTF-16 units: never fewer than what Slack counts.
 */
export const BLOCKS_PER_MESSAGE = 50;
export const BLOCKS_PER_VIEW = 100;
/** A view's JSON stays under 250 KB (docs.slack.dev/reference/methods/views.publish): three bytes a character at most. */
export const VIEW_CHARS = 80_000;
export const HEADER_CHARS = 150;
export const FIELDS_PER_SECTION = 10;
export const BUTTON_LABEL_CHARS = 75;
export const BUTTON_VALUE_CHARS = 2000;
export const SELECT_OPTIONS = 100;
export const OPTION_LABEL_CHARS = 75;
export const OPTION_VALUE_CHARS = 75;
export const PLACEHOLDER_CHARS = 150;
export const ALT_TEXT_CHARS = 2000;
/** Recommended for `text` (docs.slack.dev/reference/methods/chat.postMessage); longer ones are cut by Slack. */
export const TEXT_CHARS = 4000;
/** `msg_blocks_too_long` comes near 13,200 characters of blocks (bolt-js#2509, undocumented): a budget below. */
export const MESSAGE_CHARS = 12_000;

/** What we allow ourselves within those, so that a piece always fits on a page beside the paging controls. */
export const PIECE_CHARS = 2500;
export const NOTE_CHARS = 1500;
export const CONTROLS_CHARS = 5000;
/** More buttons than this in one row are hard to scan; Slack would allow 25. */
export const BUTTONS_PER_ROW = 5;
/** Of a section's field, with what escaping adds to it. */
export const FIELD_CHARS = 1_500;
/** Facts this short stand in two columns. */
export const COLUMN_CHARS = 120;
