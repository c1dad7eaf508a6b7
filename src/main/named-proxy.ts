import type { Environment } from '../config.ts';

/** Whether the environment names a proxy, as curl and most programs read it. */
export function namesProxy(environment: Environment): boolean {
  return proxiesOf(environment).length > 0;
}

/** The settings that name one, with what they say. */
export function proxiesOf(environment: Environment): (readonly [string, string])[] {
  return ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].flatMap((name) => {
    const value = environment[name]?.trim() ?? '';
    return value === '' ? [] : [[name, value] as const];
  });
}
