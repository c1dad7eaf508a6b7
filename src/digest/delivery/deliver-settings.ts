/** How patient delivery is. All in ms unless the name says otherwise. */
export type DeliverySettings = {
  /** How late an edition may still go out. */
  readonly graceMs: number;
  /** A slot that is planned later than this may have gone out before the store was put back from a copy. */
  readonly doubtAfterMs: number;
  /** How long one send may take before its answer counts as lost. */
  readonly sendTimeoutMs: number;
  /**
   * How long a lease holds. Longer than a send, so that a live sender never loses it; shorter than any platform
   * remembers a nonce, so that whoever takes over may repeat.
   */
  readonly leaseMs: number;
  /** How long after a lost answer the channel is looked through: what was on its way has arrived by then. */
  readonly lookAfterMs: number;
  /** The longest between two looks, where the platform was only away, and where a person has to let the bot look. */
  readonly lookCapMs: number;
  readonly lookShutMs: number;
  /** Between two questions to a platform that is away, by how often it was asked in vain. */
  readonly awayMs: readonly number[];
  /** First wait before another try, and the longest. */
  readonly backoffMs: number;
  readonly backoffCapMs: number;
  /** Refused days in a row after which a subscription pauses. */
  readonly refusalsBeforePause: number;
  /** How long the ledger keeps what is settled. */
  readonly keptMs: number;
  /** How often the ledger is asked for what nobody has taken up. */
  readonly sweepEveryMs: number;
  /** Sends under way at once: on one platform, and in one workspace. */
  readonly perPlatform: number;
  readonly perWorkspace: number;
};

export const DELIVERY_SETTINGS: DeliverySettings = {
  graceMs: 6 * 3_600_000,
  doubtAfterMs: 90_000,
  sendTimeoutMs: 15_000,
  leaseMs: 45_000,
  lookAfterMs: 30_000,
  lookCapMs: 60_000,
  lookShutMs: 1_800_000,
  awayMs: [5_000, 10_000, 20_000, 40_000, 60_000],
  backoffMs: 2_000,
  backoffCapMs: 300_000,
  refusalsBeforePause: 3,
  keptMs: 400 * 86_400_000,
  sweepEveryMs: 1_000,
  perPlatform: 48,
  perWorkspace: 4,
};
