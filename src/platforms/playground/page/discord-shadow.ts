/**
 * What the Discord package draws inside its elements, where no style sheet of the page reaches: its greys fall below
 * AA contrast, and its command chip knows no light theme. The colours come from discord.css, so they follow the theme.
 */
import {
  DiscordAuthorInfo,
  DiscordCommand,
  DiscordMessage,
  DiscordReply,
  DiscordVerifiedAuthorTag,
} from '@skyra/discord-components-core';
import { css } from 'lit';

const MENDED = css`
  :host(discord-message) {
    padding-inline: 16px 16px;
    color: var(--discord-ink);
    font-family: inherit;
    line-height: 1.375;
  }
  :host(discord-message:hover) {
    background-color: var(--discord-hover);
  }
  :host(discord-reply),
  :host(discord-command) {
    min-width: 0;
    color: var(--discord-soft);
    font-family: inherit;
    user-select: text;
  }
  :host(discord-reply):before,
  :host(discord-command):before {
    border-color: var(--discord-spine) !important;
  }
  time.discord-message-timestamp {
    margin-left: 4px;
    color: var(--discord-soft) !important;
  }
  span.discord-author-username {
    color: var(--discord-name) !important;
    font-weight: 600;
  }
  span.discord-replied-message-username {
    color: var(--discord-name);
    opacity: 1;
  }
  span.discord-application-tag {
    padding: 0 4.8px;
    background-color: #5661ea !important;
    font-size: 11px;
    font-weight: 600;
  }
  div.discord-replied-message-content,
  div.discord-replied-message-content:hover {
    min-width: 0;
    overflow: hidden;
    color: var(--discord-soft) !important;
    cursor: default;
  }
  :host div.discord-slash-command-name,
  :host div.discord-slash-command-name:hover {
    background-color: var(--discord-chip) !important;
    color: var(--discord-chip-ink) !important;
  }
  .discord-message-content {
    min-width: 0;
    line-height: 1.375 !important;
  }
`;

/** Once, before the first of them is drawn. */
export function mendShadows(): void {
  const elements = [
    DiscordMessage,
    DiscordAuthorInfo,
    DiscordVerifiedAuthorTag,
    DiscordReply,
    DiscordCommand,
  ];
  for (const element of elements) element.elementStyles.push(MENDED);
}
