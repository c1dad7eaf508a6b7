/** What the API answers when it refuses: a status, a code of Discord's own, and for forms where it went wrong. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly code: number;
  readonly errors: unknown;

  constructor(status: number, code: number, message: string, errors?: unknown) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  get body(): Record<string, unknown> {
    return {
      message: this.message,
      code: this.code,
      ...(this.errors === undefined ? {} : { errors: this.errors }),
    };
  }
}

/** 400, code 50035: the body breaks a rule at `path` ('data.choices.3.name'). */
export function formRefusal(path: string, code: string, message: string): Refusal {
  let errors: Record<string, unknown> = { _errors: [{ code, message }] };
  for (const key of path.split('.').reverse()) errors = { [key]: errors };
  return new Refusal(400, 50035, 'Invalid Form Body', errors);
}

export const unauthorised = () => new Refusal(401, 0, '401: Unauthorized');
export const notFound = () => new Refusal(404, 0, '404: Not Found');
export const unknownChannel = () => new Refusal(404, 10003, 'Unknown Channel');
export const unknownGuild = () => new Refusal(404, 10004, 'Unknown Guild');
export const unknownMember = () => new Refusal(404, 10007, 'Unknown Member');
export const unknownMessage = () => new Refusal(404, 10008, 'Unknown Message');
export const unknownWebhook = () => new Refusal(404, 10015, 'Unknown Webhook');
export const unknownInteraction = () => new Refusal(404, 10062, 'Unknown interaction');
export const alreadyAcknowledged = () =>
  new Refusal(400, 40060, 'Interaction has already been acknowledged.');
export const missingAccess = () => new Refusal(403, 50001, 'Missing Access');
export const emptyMessage = () => new Refusal(400, 50006, 'Cannot send an empty message');
export const missingPermissions = () => new Refusal(403, 50013, 'Missing Permissions');
export const invalidToken = () => new Refusal(401, 50027, 'Invalid Webhook Token');
export const archivedThread = () => new Refusal(400, 50083, 'Thread is archived');
