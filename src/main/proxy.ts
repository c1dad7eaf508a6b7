/** The way out through a proxy: one setting for both platforms, their sockets included. */
import http from 'node:http';
import https from 'node:https';
import { createRequire } from 'node:module';
import type { Environment } from '../config.ts';
import { proxiesOf } from './named-proxy.ts';

/**
 * Leads every request that leaves this process through the proxy that HTTPS_PROXY and HTTP_PROXY name, but for the
 * hosts of NO_PROXY. To be called before a platform's client is loaded. The setting that cannot be used, if there is one.
 */
export async function leadThroughProxy(environment: Environment): Promise<string | undefined> {
  const wrong = proxiesOf(environment).find(([, value]) => !isProxy(value));
  if (wrong !== undefined) return wrong[0];
  // Node's own agents (Slack's posts, Discord's gateway) ...
  http.setGlobalProxyFromEnv(environment);
  // ... and fetch, Slack's socket and Discord's REST, which share the dispatcher of undici.
  const { EnvHttpProxyAgent, setGlobalDispatcher } = await import('undici');
  const { http: httpProxy, https: httpsProxy, none: noProxy } = settingsOf(environment);
  setGlobalDispatcher(
    new EnvHttpProxyAgent({
      ...(httpProxy !== undefined && { httpProxy }),
      ...(httpsProxy !== undefined && { httpsProxy }),
      ...(noProxy !== undefined && { noProxy }),
    }),
  );
  leadGateway();
  return undefined;
}

function settingsOf(environment: Environment) {
  const of = (name: string) => environment[name.toLowerCase()] || environment[name] || undefined;
  return { http: of('HTTP_PROXY'), https: of('HTTPS_PROXY'), none: of('NO_PROXY') };
}

function isProxy(value: string): boolean {
  return URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol);
}

/**
 * discord.js opens its gateway by `ws` and has no setting for an agent. It takes the class when it is loaded: until
 * then the one of the package is replaced by one that goes out by Node's own agents, which know the proxy.
 */
function leadGateway(): void {
  const ws = createRequire(import.meta.url)('ws') as { WebSocket: SocketClass };
  ws.WebSocket = class extends ws.WebSocket {
    constructor(address: string | URL, protocols?: string[], options: object = {}) {
      const { protocol } = new URL(address);
      super(address, protocols, {
        agent: protocol === 'wss:' ? https.globalAgent : http.globalAgent,
        ...options,
      });
    }
  };
}

type SocketClass = new (address: string | URL, protocols?: string[], options?: object) => object;
