/** What passed through a local Slack, and what was wrong with it. */

/** Something that the real Slack refuses, loses or punishes. Tests hold the list against being empty. */
export type Fault = { readonly what: string; readonly at: number; readonly detail?: unknown };

export type Call = {
  readonly method: string;
  readonly token: string | undefined;
  readonly args: Readonly<Record<string, unknown>>;
  readonly at: number;
  answer: unknown;
};

export type Traffic = {
  readonly calls: Call[];
  readonly faults: Fault[];
  fault(what: string, detail?: unknown): void;
  callsOf(method: string): Call[];
};

export function newTraffic(): Traffic {
  const calls: Call[] = [];
  const faults: Fault[] = [];
  return {
    calls,
    faults,
    fault: (what, detail) => {
      faults.push({ what, at: Date.now(), ...(detail !== undefined && { detail }) });
    },
    callsOf: (method) => calls.filter((call) => call.method === method),
  };
}
