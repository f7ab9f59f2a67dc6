import { fault, type Result } from '../../shared/fault.ts';

/** Whether a fragment claims to be one of ours (of any version). */
export function isLink(fragment: string): boolean {
  return /^#v\d+\./.test(fragment);
}

// Few visits make a link or begin with one.
const packing = () => import('./link-packing.ts');

/** Data as a URL fragment: see `link-packing.ts`. `offline` when that part of the page cannot be had. */
export async function packLink(data: unknown): Promise<Result<string>> {
  const part = await packing().catch(missing);
  return 'ok' in part ? part : part.packLink(data);
}

/** The JSON value that `packLink` was given; `unreadable-link` for anything else, `offline` as above. */
export async function unpackLink(fragment: string): Promise<Result<unknown>> {
  const part = await packing().catch(missing);
  return 'ok' in part ? part : part.unpackLink(fragment);
}

function missing(): Result<never> & { readonly ok: false } {
  return { ok: false, fault: fault('offline', 'a part of the page could not be loaded') };
}
