/** So many may hold a lease and wait for their turn: each is in doubt if the process is killed meanwhile. */
const MOST = 16;
/** The next come in when so few are left, so that they come together, and their leases are one wait for the disk. */
const FEW = 8;

/** Lets a few at a time go ahead, in the order in which they came. */
export interface Ahead {
  /** Settles when it is one of the few; what it hands back is called when its turn has come, or it has given up. */
  enter(): Promise<() => void>;
}

export function createAhead(): Ahead {
  const waiting: (() => void)[] = [];
  let ahead = 0;
  return {
    async enter() {
      if (ahead < MOST && waiting.length === 0) ahead += 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      let isIn = true;
      return () => {
        if (!isIn) return;
        isIn = false;
        ahead -= 1;
        if (ahead <= FEW) admit();
      };
    },
  };

  function admit(): void {
    const next = waiting.splice(0, MOST - ahead);
    ahead += next.length;
    for (const enter of next) enter();
  }
}
