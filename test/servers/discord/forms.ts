import { formRefusal } from './refusal.ts';
import type { Json } from './world.ts';

/** Fields that a body may have; anything else is a mistake that Discord would swallow in silence. */
const MESSAGE = [
  'content',
  'nonce',
  'enforce_nonce',
  'tts',
  'embeds',
  'allowed_mentions',
  'message_reference',
  'components',
  'sticker_ids',
  'attachments',
  'flags',
  'poll',
];

export function objectOf(body: unknown): Json {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw formRefusal('body', 'BASE_TYPE_REQUIRED', 'An object is required');
  }
  return body as Json;
}

export function onlyFields(body: Json, allowed: readonly string[], path = ''): void {
  for (const key of Object.keys(body)) {
    // discord.js writes every field of a message payload, undefined ones vanish in JSON.
    if (!allowed.includes(key)) throw formRefusal(`${path}${key}`, 'UNKNOWN_FIELD', `Unknown field: ${key}`);
  }
}

/** A message's body beyond its limits: unknown fields, its nonce, and mentions that nobody asked for. */
export function checkMessageFields(
  body: Json,
  fault: (sentence: string) => void,
  mayCall: (role: string) => boolean = () => false,
): void {
  onlyFields(body, MESSAGE);
  const { nonce, allowed_mentions: mentions } = body;
  if (
    nonce !== undefined &&
    !((typeof nonce === 'string' || Number.isInteger(nonce)) && String(nonce).length <= 25)
  ) {
    throw formRefusal('nonce', 'BASE_TYPE_MAX_LENGTH', 'Must be 25 or fewer in length.');
  }
  const allowed = mentions as { parse?: unknown[]; users?: unknown[]; roles?: unknown[] } | undefined;
  const roles = allowed?.roles ?? [];
  const called = roles.length > 1 || roles.some((role) => !mayCall(String(role)));
  if (allowed?.parse?.length !== 0 || (allowed.users?.length ?? 0) > 0 || called) {
    fault(
      'a message may mention people: allowed_mentions is not { parse: [] }, with one role that anybody may call',
    );
  }
}

/** The choices of an autocomplete. */
export function checkChoices(data: unknown): void {
  const { choices } = objectOf(data) as { choices?: { name?: unknown; value?: unknown }[] };
  if (!Array.isArray(choices))
    throw formRefusal('data.choices', 'BASE_TYPE_REQUIRED', 'This field is required');
  if (choices.length > 25)
    throw formRefusal('data.choices', 'BASE_TYPE_MAX_LENGTH', 'Must be 25 or fewer in length.');
  choices.forEach((choice, index) => {
    for (const key of ['name', 'value'] as const) {
      const value = choice[key];
      if (typeof value !== 'string' || value.length < 1 || value.length > 100) {
        throw formRefusal(
          `data.choices.${index}.${key}`,
          'BASE_TYPE_BAD_LENGTH',
          'Must be between 1 and 100 in length.',
        );
      }
      if (!value.isWellFormed()) {
        throw formRefusal(`data.choices.${index}.${key}`, 'STRING_TYPE_CONVERT', 'Half a surrogate pair.');
      }
    }
  });
}

const COMMAND = [
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'default_member_permissions',
  'type',
  'nsfw',
  'integration_types',
  'contexts',
  'id',
];
const OPTION = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'required',
  'choices',
  'autocomplete',
  'min_length',
  'max_length',
];

/** The commands of one scope, as a bulk PUT brings them. */
export function checkCommands(body: unknown): Json[] {
  if (!Array.isArray(body))
    throw formRefusal('body', 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
  if (body.length > 100) throw formRefusal('body', 'BASE_TYPE_MAX_LENGTH', 'Must be 100 or fewer in length.');
  const names = new Set<string>();
  body.forEach((command: Json, index) => {
    onlyFields(command, COMMAND, `${index}.`);
    checkNamed(command, `${index}`);
    if (names.has(String(command.name))) {
      throw formRefusal(
        `${index}`,
        'APPLICATION_COMMANDS_DUPLICATE_NAME',
        'Application command names must be unique',
      );
    }
    names.add(String(command.name));
    const options = (command.options ?? []) as Json[];
    if (options.length > 25)
      throw formRefusal(`${index}.options`, 'BASE_TYPE_MAX_LENGTH', 'Must be 25 or fewer.');
    options.forEach((option, at) => {
      onlyFields(option, OPTION, `${index}.options.${at}.`);
      checkNamed(option, `${index}.options.${at}`);
      if (option.autocomplete === true && option.choices !== undefined) {
        throw formRefusal(
          `${index}.options.${at}.choices`,
          'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE',
          'Not both.',
        );
      }
    });
    if (JSON.stringify(command).length > 8_000)
      throw formRefusal(`${index}`, 'TOO_LARGE', 'Over 8,000 characters');
  });
  return body as Json[];
}

function checkNamed({ name, description }: Json, path: string): void {
  const good =
    typeof name === 'string' && /^[-_'\p{L}\p{N}]{1,32}$/u.test(name) && name === name.toLowerCase();
  if (!good) throw formRefusal(`${path}.name`, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  if (typeof description !== 'string' || description.length < 1 || description.length > 100) {
    throw formRefusal(`${path}.description`, 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 100 in length.');
  }
}
