import type { Endpoint } from '../upstream.ts';
import { complaintOf } from './complaint.ts';
import { twoForms, type RequestBody } from './other-form.ts';

type Ask = (endpoint: Endpoint, body: RequestBody, signal: AbortSignal) => Promise<Response>;

export interface Adapted {
  readonly answer: Response;
  /** What was sent in the end. */
  readonly body: RequestBody;
  /** Parameters of the request that were left out. */
  readonly dropped: readonly string[];
}

/** What is known of one model. */
interface Habits {
  readonly dropped: ReadonlySet<string>;
  /** By parameter, the form that is not taken. */
  readonly refusedForms: ReadonlyMap<string, string>;
}

/** Parameters that are dropped in the course of one request, at most. */
const mostDropped = 4;
/** Models that are remembered; their names come from clients. */
const mostModels = 500;

/** Without a limit to its length an answer could cost anything: it is renamed, and never left out. */
const kept = ['max_tokens', 'max_completion_tokens'];

const none: Habits = { dropped: new Set(), refusedForms: new Map() };

/**
 * Asks, and asks again without a parameter that the model refuses, or with its other form. What was accepted in the end is
 * remembered for the model, so that later requests are right at once.
 */
export function adaptRequests(ask: Ask) {
  const memory = new Map<string, Habits>();

  function remember(name: string, habits: Habits): void {
    memory.delete(name);
    memory.set(name, habits);
    const [oldest] = memory.keys();
    if (memory.size > mostModels && oldest !== undefined) memory.delete(oldest);
  }

  return {
    async send(endpoint: Endpoint, body: RequestBody, signal: AbortSignal): Promise<Adapted> {
      const name = nameOf(endpoint, String(body['model']), body['reasoning_effort']);
      const known = memory.get(name) ?? none;
      const dropped = new Set(known.dropped);
      const refusedForms = new Map(known.refusedForms);
      let sent = without(inOtherForms(body, refusedForms, endpoint), dropped);
      /** What the client is told when the other form is refused as well: the fault of the form that it chose. */
      const first = new Map<string, Response>();
      for (let drops = 0; ;) {
        const answer = await ask(endpoint, sent, signal);
        const finished = (told: Response): Adapted => ({
          answer: told,
          body: sent,
          dropped: [...dropped].filter((param) => given(body, param)),
        });
        if (answer.status !== 400 && answer.status !== 422) {
          const isNews = dropped.size > known.dropped.size || refusedForms.size > known.refusedForms.size;
          if (answer.ok && isNews) remember(name, { dropped, refusedForms });
          return finished(answer);
        }
        const complaint = complaintOf(await answer.clone().json(), sent);
        if (complaint === undefined) return finished(answer);
        const { param, about } = complaint;
        const forms = twoForms.get(param);
        const form = forms?.of(sent, endpoint);
        if (forms !== undefined && form !== undefined && !first.has(param) && mayChange(param, about)) {
          first.set(param, answer);
          refusedForms.set(param, form);
          sent = forms.change(sent);
          for (const other of Object.keys(sent)) if (twoForms.get(other) === forms) first.set(other, answer);
          continue;
        }
        if (first.has(param)) refusedForms.delete(param);
        if (about === 'form' || kept.includes(param) || drops === mostDropped)
          return finished(first.get(param) ?? answer);
        drops += 1;
        dropped.add(param);
        if (param === 'logprobs') dropped.add('top_logprobs');
        sent = without(sent, dropped);
      }
    },
    /** Parameters that are left out for the model, when the request says nothing of effort. */
    refused(model: string): readonly string[] {
      const names = [nameOf('completions', model, undefined), nameOf('chat/completions', model, undefined)];
      return [...new Set(names.flatMap((name) => [...(memory.get(name)?.dropped ?? [])]))];
    },
    forget(model: string): void {
      for (const name of [...memory.keys()]) if (name.startsWith(`${model}\n`)) memory.delete(name);
    },
  };
}

/** What a model takes depends on the endpoint, and on how much it is asked to think: with none, OpenAI's newer ones take a temperature. */
function nameOf(endpoint: Endpoint, model: string, effort: unknown): string {
  return `${model}\n${endpoint}\n${typeof effort === 'string' ? effort.slice(0, 20) : ''}`;
}

/** A length has its other name; of the others the form is changed when the form was refused. */
function mayChange(param: string, about: 'form' | 'support'): boolean {
  return kept.includes(param) ? about === 'support' : about === 'form';
}

function inOtherForms(
  body: RequestBody,
  refused: ReadonlyMap<string, string>,
  endpoint: Endpoint,
): RequestBody {
  let changed = body;
  for (const [param, form] of refused) {
    const forms = twoForms.get(param);
    if (forms?.of(changed, endpoint) === form) changed = forms.change(changed);
  }
  return changed;
}

function without(body: RequestBody, dropped: ReadonlySet<string>): RequestBody {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !dropped.has(name)));
}

function given(body: RequestBody, param: string): boolean {
  return body[param] !== undefined && body[param] !== null;
}
