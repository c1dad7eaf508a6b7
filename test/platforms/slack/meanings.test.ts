import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hindranceOf, meaningOfCode, meaningOfStatus } from '../../../src/platforms/slack/answers.ts';

/** The errors that Slack documents for chat.postMessage, conversations.history, auth.test and oauth.v2.access. */
const DOCUMENTED =
  `access_denied accesslimited account_inactive as_user_not_supported attachment_payload_limit_exceeded
  bad_client_secret cannot_dm_bot cannot_reply_to_message channel_is_limited_access channel_not_found
  channel_type_not_supported deprecated_endpoint ekm_access_denied enterprise_is_restricted external_channel_migrating
  fatal_error internal_error invalid_arg_name invalid_arguments invalid_array_arg invalid_attachments invalid_auth
  invalid_blocks invalid_blocks_format invalid_charset invalid_client_id invalid_form_data invalid_metadata_format
  invalid_metadata_schema invalid_post_type invalid_refresh_token is_archived is_bot is_inactive markdown_text_conflict
  message_limit_exceeded messages_tab_disabled metadata_must_be_sent_from_app metadata_too_large method_deprecated
  method_not_supported_for_channel_type missing_post_type missing_scope msg_blocks_too_long msg_too_long no_permission
  no_text not_allowed_token_type not_authed not_in_channel org_login_required posting_to_general_channel_denied
  rate_limited ratelimited request_timeout restricted_action restricted_action_non_threadable_channel
  restricted_action_read_only_channel restricted_action_thread_locked restricted_action_thread_only_channel
  service_unavailable slack_connect_blocked_file_type slack_connect_canvas_sharing_blocked
  slack_connect_file_link_sharing_blocked slack_connect_lists_sharing_blocked team_access_not_granted
  team_added_to_org team_not_found token_expired token_revoked too_many_attachments too_many_contact_cards
  two_factor_setup_required unknown_method user_not_found`.split(/\s+/u);

/** What follows of each, where it is not that this one message is tried again. */
const FOLLOWS: Readonly<Record<string, readonly string[]>> = {
  'channel gone': words(`channel_not_found not_in_channel is_archived is_inactive restricted_action
    restricted_action_read_only_channel restricted_action_thread_only_channel restricted_action_thread_locked
    restricted_action_non_threadable_channel posting_to_general_channel_denied channel_is_limited_access
    channel_type_not_supported method_not_supported_for_channel_type no_permission access_denied user_not_found
    users_not_found user_not_visible user_disabled user_is_bot cannot_dm_bot cannot_dm_self`),
  'workspace gone':
    words(`messages_tab_disabled token_revoked token_expired account_inactive invalid_auth not_authed
    not_allowed_token_type team_disabled team_not_found team_access_not_granted user_removed_from_team app_uninstalled
    is_bot invalid_refresh_token invalid_client_id bad_client_secret missing_scope enterprise_is_restricted
    ekm_access_denied`),
  'workspace pause':
    words(`team_added_to_org org_login_required two_factor_setup_required message_limit_exceeded
    ratelimited rate_limited`),
  'platform pause': words('service_unavailable accesslimited'),
  'platform look': words('internal_error fatal_error service_timeout'),
  'channel again': words('external_channel_migrating'),
  'message plainer': words(`invalid_blocks invalid_blocks_format invalid_attachments msg_blocks_too_long
    markdown_text_conflict`),
};

describe('what an answer of Slack’s means', () => {
  it('is this of each code, and of each status that comes without one', () => {
    const expected = new Map(
      Object.entries(FOLLOWS).flatMap(([all, codes]) => codes.map((code) => [code, all])),
    );
    for (const code of new Set([...DOCUMENTED, ...expected.keys()])) {
      const { concerns, follows } = meaningOfCode(code);
      expect([code, `${concerns} ${follows}`]).toEqual([code, expected.get(code) ?? 'message again']);
    }
    const lost = [200, 204, 299, 408, 500, 502, 503, 504, 520, 599];
    for (const status of [...lost, 301, 302, 400, 401, 403, 404, 407, 418, 429])
      expect([status, meaningOfStatus(status).follows]).toEqual([
        status,
        lost.includes(status) ? 'look' : 'pause',
      ]);
  });

  it('is known for every documented code, with a sentence and a mend', () => {
    for (const code of DOCUMENTED) {
      const meaning = meaningOfCode(code);
      const { says, mend } = hindranceOf(meaning, { bot: 'attache', code });
      expect(says).toMatch(/^[A-Z].*\.$/u);
      expect(mend).toMatch(/^[A-Z].*\.$/u);
      // How long a platform that is away is left alone is the delivery's own pace, unless Slack said so.
      if (meaning.follows === 'pause' && meaning.concerns !== 'platform')
        expect(meaning.afterMs).toBeGreaterThan(0);
    }
  });

  it('pauses no more than it concerns', () => {
    for (const code of DOCUMENTED) {
      const { concerns, follows } = meaningOfCode(code);
      if (follows === 'pause') expect(['workspace', 'platform']).toContain(concerns);
      if (follows === 'gone') expect(['channel', 'workspace']).toContain(concerns);
    }
    for (const code of ['team_added_to_org', 'org_login_required', 'ratelimited', 'message_limit_exceeded'])
      expect(meaningOfCode(code)).toMatchObject({ concerns: 'workspace', follows: 'pause' });
  });

  it('of a code that nobody knows, concerns the one message and is tried again', () => {
    const known = new Set(DOCUMENTED);
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z_]{3,40}$/u).filter((code) => !known.has(code)),
        (code) => {
          expect(meaningOfCode(`${code}_x`)).toMatchObject({ concerns: 'message', follows: 'again' });
        },
      ),
    );
    expect(meaningOfCode('constructor')).toMatchObject({ concerns: 'message', follows: 'again' });
  });

  it('is never the end of a channel’s day where it is a page of something in between', () => {
    for (let status = 100; status < 1000; status += 1) {
      expect(meaningOfStatus(status)).toMatchObject({
        concerns: 'platform',
        follows: expect.stringMatching(/^(pause|look)$/u),
      });
    }
  });
});

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/u);
}
