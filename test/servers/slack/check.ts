/** Slack's error for a message or a view that it refuses, with the reasons. */
import { validateSlackMessage, validateSlackView } from './validate.ts';

/** Slack's error first, then one line for each reason; empty when Slack takes it. */
export function messageErrors(body: Readonly<Record<string, unknown>>): string[] {
  const { text, blocks } = body;
  if (blocks === undefined && (typeof text !== 'string' || text === '')) return ['no_text'];
  const shown = { ...(text !== undefined && { text }), ...(blocks !== undefined && { blocks }) };
  const faults = validateSlackMessage(shown);
  if (faults.length === 0) return [];
  if (faults.some((fault) => fault.includes('msg_blocks_too_long')))
    return ['msg_blocks_too_long', ...faults];
  return [blocks === undefined ? 'invalid_arguments' : 'invalid_blocks', ...faults];
}

export function viewErrors(view: unknown): string[] {
  const faults = validateSlackView(view);
  return faults.length === 0 ? [] : ['invalid_arguments', ...faults];
}
